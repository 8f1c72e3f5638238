; Inno Setup 6: the installer for Windows. Not built and not tried by the authors, who have no
; Windows computer: whoever builds it first should expect to mend something, and say so.
;
; On a Windows computer with Python 3.11 (64 bit), in the folder of the source:
;     python -m venv .venv
;     .venv\Scripts\pip install --require-hashes -r constraints.txt
;     .venv\Scripts\pip install --no-deps --no-build-isolation -e .
;     set SOURCE_DATE_EPOCH=1790000000
;     .venv\Scripts\python -m installer.build
;     iscc /DVersion=0.1.0 installer\faceqa.iss
; The result is dist\faceqa-setup.exe. It is not signed; Windows will say so.

#ifndef Version
  #define Version "0.0.0"
#endif

[Setup]
AppId={{5C0E6E5B-7E0B-4E5D-9C0C-FA0E9A0D5A11}
AppName=FaceQA
AppVersion={#Version}
AppPublisher=FaceQA
DefaultDirName={autopf}\FaceQA
DefaultGroupName=FaceQA
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
ChangesEnvironment=yes
Compression=lzma2/fast
SolidCompression=no
; A station that may have a lamp alight is never closed from outside: its user is asked to.
CloseApplications=no
LicenseFile=..\LICENSE
OutputBaseFilename=faceqa-setup
OutputDir=..\dist
PrivilegesRequired=admin
UninstallDisplayIcon={app}\faceqa-station.exe
WizardStyle=modern

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "korean"; MessagesFile: "compiler:Languages\Korean.isl"

[Files]
Source: "..\dist\faceqa\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
; faceqa.exe is the command with a terminal; faceqa-station.exe has none.
Name: "{group}\FaceQA"; Filename: "{app}\faceqa-station.exe"; Parameters: "station"
Name: "{group}\Uninstall FaceQA"; Filename: "{uninstallexe}"

[Registry]
Root: HKA; Subkey: "Software\Classes\.faceqa-model"; ValueType: string; ValueData: "FaceQA.Model"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\FaceQA.Model"; ValueType: string; ValueData: "FaceQA model"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\FaceQA.Model\shell\open\command"; ValueType: string; ValueData: "cmd /k ""{app}\faceqa.exe"" model import ""%1"""

[Run]
Filename: "{app}\faceqa-station.exe"; Parameters: "station"; Description: "FaceQA"; Flags: nowait postinstall skipifsilent

; Nothing is listed under [UninstallDelete]: captures lie in the user's own folder
; (%LOCALAPPDATA%\faceqa) and are records of people, which no uninstaller removes.

[Messages]
english.ConfirmUninstall=Remove %1? Captures and settings in your own folder are kept.
korean.ConfirmUninstall=%1을(를) 제거할까요? 사용자 폴더의 촬영 기록과 설정은 그대로 남습니다.
