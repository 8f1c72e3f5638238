<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>4 to 12 digits; six or more are better: at one try in 15 minutes, four digits are tried out in 104 days, six in 28 years.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PIN has {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A capture&apos;s name has 32 digits 0-9 and a-f. “faceqa records list” names them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of the model unpacks to {unpacked:.0f} GB, which no model of FaceQA does. Take another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A frame could not be judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture could not be encoded as PNG without change. Nothing was stored; restart the program and capture again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of {shape} {values} values cannot be stored as PNG. Choose another video format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An AE title has 1 to 16 plain letters, digits and signs, and no backslash. Ask who looks after the archive for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An archive is named AE@host:port, such as PACS@192.168.1.20:104, with a port of 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error inside the program closed the gate. Read the notice below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An exposure of {duration_seconds:g} s is not allowed. Set more than 0 and at most {most:g} s in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An operator&apos;s name has 1 to {most} letters that can be seen. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another FaceQA is changing the list of models {path}. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another FaceQA is changing the operators ({lock_file} is held). Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for UV light; the large button says what it waits for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both eyes are closed. Stay like this for a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both eyes must be seen open once before closed eyes are believed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captures cannot be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change PIN…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its cable and power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks a model file and puts it on this station&apos;s list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file of a packed model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear face, both eyes closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close FaceQA and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence against accuracy. Expected calibration error {evaluation.ece:.3f}; a calibrated model lies on the diagonal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to the UV lamp on {port}. This takes a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again, or pack the model folder again with “faceqa model pack”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covers the window while you are away; a lit lamp goes off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: you may open your eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws a box around the face that was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends your session, so that somebody else can sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explains the newest picture once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings cannot be overruled here; the settings forbid it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a supervisor&apos;s name and PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your name and your PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives you another PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glasses hide the skin and the eyes behind them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the subject field, to write who sits there now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no picture. Restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is judged and explained; only a live person gets UV light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays as it is; once settings are saved it is kept as {name}.bad beside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging frames failed inside the program. Restart the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep your eyes closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep your eyes closed and hold still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lab: judge a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less light on your face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the finding count again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists every action with its keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks light or dark as the computer does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More light on your face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one camera is called {name}. Choose one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one face is seen. Only the subject may be in view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move back a little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move into the oval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and PIN do not belong together. The next PIN is looked at in {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and PIN do not belong together. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the subject that is to be purged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No UV lamp answers on {name}. Check its power and cable, and the port in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera is called {name}. Cameras found: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No capture is listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No capture was chosen. “faceqa records list” names those that exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clear face is seen. Sit so that your face fills the oval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fresh picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No imported model is called “{text}”. See “faceqa model list”; the model that came with the program stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key file is named. Name one in the settings or with --key-file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No port is set for the UV lamp. Set one in the settings, then start FaceQA again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source is chosen. Choose one at the top of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody signs in at this station: it has one local operator. “faceqa operators mode accounts” changes that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody works here any more, so nothing was allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {count} pictures in {path} can be read. The first one: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything in the settings file {path} could be used. The defaults stand in for {places}. {later}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be exported. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is stored about this subject. Check how the number is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was overruled: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX Runtime cannot run this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers the cameras, files and addresses that can be judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a MobileNet v1 can be cut in two. Name such a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a MobileNet v1 can be cut in two. Quantise another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a supervisor changes who works here. Ask one to do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open your eyes for a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenVINO cannot run this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the lab, where models are judged on many pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operators sign in here already. Add the new one to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operators…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overrule a finding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overrules a finding about the face, with a written reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack the model folder with “faceqa model pack” and import the packed file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the face are glaring white. Dim or move the lamp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please close both eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please wait for the operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says that you have read the notice below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several imported models are called “{text}”: {names}. Name one by these digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows and changes who works here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows every setting with its meaning and default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows, verifies and exports what was captured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something covers the face. Take off the mask and lower your hands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaks English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaks Korean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaks the computer&apos;s language where it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay like this until you are told that it is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped for safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops the explanation that is being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switches the lamp off and closes FaceQA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another model, or train this one again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off your glasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That PIN is among the first that anybody tries (such as 0000, 1234 or 1212). Choose another, best of six digits or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM files cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ImageNet weights of {title} cannot be fetched from the network. Fetch their file on another computer and name it with --weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Keras file does not hold a model that FaceQA may load. Train it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Keras file holds another network than those of “faceqa train”: it needs {needed}×{needed} RGB pictures in, {classes} classes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UV camera and the source of the visible pictures would be one and the same. Choose another source, or another UV camera in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UV camera does not answer. Unplug it, plug it in again and restart FaceQA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UV camera failed inside the program. Restart the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UV camera is not ready, so no UV light was released. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UV camera sends a picture every {period:.2g} s, too seldom for an exposure of {exposure_seconds:g} s, so no UV light was released. Set a longer exposure, or choose a faster camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UV camera sends the same picture again and again. Unplug it and plug it in again, or choose a camera that shows the present moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UV camera stopped sending pictures. Check its cable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UV camera took no picture while the light was on. Check its cable and its frame rate before the next capture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UV lamp on {name} would stay lit for {seconds:g} s by itself; at most {most:g} s are allowed. Mend its firmware.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UV lamp on {port} is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UV lamp on {port} is lost. {hint} FaceQA keeps looking for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UV picture is black. Check the UV camera&apos;s lens cap, filter and exposure, and the lamp, before the next capture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UV picture is too bright to show anything. Lower the UV camera&apos;s gain or exposure time before the next capture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UV picture shows nothing newer than before the light went on. Unplug the UV camera and plug it in again before the next capture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The accession number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive refused it (status {status:04X}). Ask who looks after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit trail cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit trail cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera has stopped or its picture does not change. Check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera sees nothing. Take off its cap or open its shutter, and check the light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera stopped sending pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture cannot be begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture cannot be verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture cannot be withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture could not be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture failed inside the program; UV light is off. Restart the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture is recorded as not completed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture was stored but may not survive a power cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture {identifier} exists in {root} and is not overwritten. Start a new capture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture {identifier} has no file {name!r}. It has: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The captures are of several subjects, so a patient&apos;s name, identifier or accession number cannot hold for all of them. Export one subject at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The captures cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The captures have no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {peer} is not trusted ({verify_message}). Nothing was sent; name the file of the authority that signed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificates for TLS cannot be used ({why}). Check the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The driver of {camera} did not lock the exposure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The driver of {camera} did not lock the white balance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The explanation did not answer and was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The explanation failed inside the program. Restart the program if this comes again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The explanation failed inside the program. Restart the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was stopped. Nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eye detector&apos;s file {path} cannot be read: {why}. Install FaceQA again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eye detector&apos;s file {path} is not the one that was shipped. Install FaceQA again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eye model in {folder} is not the one that this program came with. Install FaceQA again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eye model&apos;s file {path} cannot be read: {why}. Install FaceQA again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eyes cannot be read for certain. Look straight ahead in even light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face has too few pixels. Come closer, or let the operator choose a larger picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face is clear. Both eyes are not seen closed; UV light is never released like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face is larger than the oval. All of it must be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face is much darker than what is behind it. Close the blind or move the chair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face is small in the picture. It must fill the oval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face is too dark. Turn on a lamp in front of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face must be in the middle and fill the oval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of early layers cannot be read. Run “faceqa model quantise” again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host of {peer} is not known. Check its name and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index {path} cannot be used ({name}). Check the folder&apos;s permissions and that its drive is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index {path} cannot be written: the disk or its quota is full. Free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index {path} is damaged or not an index of FaceQA. Nothing was written; keep the folder as it is and restore the index from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index {path} is held by another program. Close it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index {path} is of an older FaceQA. Start the station once, which brings it up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index {path} was written by a newer FaceQA (form {version}, this one knows {known}). It was left as it is; install the newer FaceQA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of imported models {path} is damaged or of a newer FaceQA. Put it back from a copy, or move it away and import the models again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log {path} cannot be written: {why}. Check its permissions, or set FACEQA_HOME to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manifest in {folder} does not list {name}. Train the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manifest in {path} does not list {files}, alone or with {more}. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manifest in {path} gives no readable name of 1 to {most} letters. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model could not be loaded. Run “faceqa model verify”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model gave no usable answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {folder} expects another input ({preprocessing}); FaceQA gives {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {folder} has no layers in 8 bits. Run “faceqa model quantise”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {folder} has the classes {classes}; FaceQA needs {needed} in this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {folder} is no longer the one that was listed: its manifest was changed. Import the model again, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {folder} is not on this station&apos;s list: it was never imported, or was changed or removed since. Import it with “faceqa model import {folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {folder} is not valid: its answers {fault}. Copy the model folder again, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {folder} judges {task} and has no good class. Choose a model that judges quality.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {folder} judges {task}; only a model that judges {quality_task} can be used here. Give it to “faceqa evaluate” or to the lab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {folder} takes pictures of {side} pixels; FaceQA needs {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {folder} was changed while it was opened. Copy the model folder again, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is loading. UV light stays off until it has judged a face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s answer is not a number, so it cannot be explained. Check the model with “faceqa model verify”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s answer is not valid. Choose another model in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operators could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient&apos;s identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient&apos;s name has no form that DICOM knows. Write it as Family^Given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is blurred. Keep your head still and look ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is too coarse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port {port} of the UV lamp cannot be opened. Check the cable, and the port in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port {port} of the UV lamp is in use. Close the other program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port {port} of the UV lamp may not be used by this account. Allow it (on Linux: the group dialout), then log in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program failed at it; the log says more. Close this window and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record was made by a newer FaceQA (version {version}; this one reads up to {known}). Open it with the newer FaceQA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records are encrypted and encryption is off in the settings. Turn it on, or start with another FACEQA_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file {path} could not be used: {error}. Defaults are in use. {later}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings were changed outside FaceQA since it last ran. A supervisor should look at them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulated UV lamp could not be armed: its state was “{state}”. It is off; start the capture again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulated UV lamp was not armed; it is off. Start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store cannot be verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store could not be cleaned up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream address cannot be used. Give one like http://host:port/stream.mjpg or rtsp://host/path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The subject cannot be purged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The subject had UV light in the last 24 hours, and their dose must stay known. Purge after {free:%Y-%m-%d %H:%M}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used: it is locked or there is none. Unlock it, or use a key file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keyring holds a key of FaceQA already; it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keyring holds no key of FaceQA. Make one with “faceqa records key create --keyring”, or restore the one that was in use from your copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two PINs differ. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two PINs differ. Type the new one again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The verification was stopped. It says nothing of the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are several cameras called {name} that cannot be told apart by themselves. Choose one of them by its socket: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an operator of that name already. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no capture {identifier} in {root}. “faceqa records list” names those that exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {parent}. Make it, then export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no judged frame to explain yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model “{text}”: no imported model is called so, and there is no such model folder. See “faceqa model list”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no operator of that name. “faceqa operators list” says who.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no terminal to ask at. {otherwise}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no terminal to ask for a PIN. Set {variable}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no weights file {weights}. Name one with --weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer failed at it; the log says more. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a still picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last supervisor; without one nobody could change anything any more. Make another operator a supervisor first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no layers in 8 bits. Run “faceqa model quantise”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs a supervisor, who has not allowed it. Ask one for name and PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s doses are not known, so real UV light stays off. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs. The next one is looked at in {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn away from the light behind you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV camera: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV lamp on {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV light stays off for now; the operator sees why. You may open your eyes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV light stays off. Ask your supervisor to check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV light was switched off early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV light was switched off early: the face was no longer clear with both eyes closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncover your face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers on {name} does not speak protocol {lamp_version} of the UV lamp. Check the port in the settings, or load the lamp&apos;s firmware anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw what was overruled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong PINs were tried. The next one is looked at in {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a reason has at least {least} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aborted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are not finite numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are not those that its manifest holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are probabilities where logits belong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are the same for every class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are the same for every picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun but never stored; the lamp may have been lit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun, and gone from the index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being written, or left by a crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belongs to another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read ({why})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off at the end of the trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not become probabilities that sum to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early.npz belongs to another network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for one class are the same for every picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have another form than those in its manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a link to nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a plain file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of another version of FaceQA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it asks for more memory than a trial may take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it brings functions of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read ({why})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it did not get ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it did not say that it was lit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not follow the entry before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not have one input and {outputs} outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not hold layer {name} of a MobileNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a Lambda layer, which carries code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a layer or object of the class {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has branches or loops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has the activation {activation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {count} members, and a model has at most {most_members}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it hides data between its members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {name} twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds {name}, which no model has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a link to nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is cut off, or something follows its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged or incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty, cut off or not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no ONNX file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a network of one input and one output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a plain file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a whole zip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is spread over several files or too large for a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it keeps numbers in another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names a class in an unknown way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names a setting twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it needs operators that are not ONNX&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it stood elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it took more than {seconds} s of computing time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it unpacks to {unpacked}, and may have {most} at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was lost while it was lit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was written by a newer FaceQA (version {version}; this one reads up to {known})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its answers {fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its checksum differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its description of the network is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its directory and the header of {name} say different things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its directory holds more than its members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its directory is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its directory is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its directory is not where it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its entry has no note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its files changed while they were looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its network is of a class of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its version is not one of FaceQA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights are damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights are not numbers alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights have no end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights lead to another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights say they are larger than a model&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {name} in it has another form than a MobileNet&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model.keras is not a network of “faceqa train”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model.onnx does not answer with logits and class maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer came within {seconds:.0f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no purge removed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a PEM file with what is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a plain file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not part of a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not part of the capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not the mark of a trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of a newer FaceQA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of early.npz and late_int8.onnx are not those of model.onnx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of early.npz are not those of model.keras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of model.onnx are not those of model.keras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signal {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the audit trail does not know it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the audit trail does not know it, or not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the audit trail does not know that it was begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the capture&apos;s folder is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the index has lost it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the index lists other files than the trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process that opened it broke off ({end}), as when a file is damaged or asks for more than {memory:.0f} GB of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process that opened it gave no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row differs from the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the set time was reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system does not say why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the trail&apos;s mark is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a gap in the trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these checks cannot be overruled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} ({name}) is a virtual camera: a program makes its picture, which may be a recording. It never counts as a live person. Choose a real camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} ({name}) is not there any more, and another camera is not used without being asked. Plug it in where it was, or choose one: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} cannot be opened ({reason}). Plug it in again or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} delivers no picture; another program may be using it, or access is denied. Close other camera programs and check the system&apos;s camera permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} delivers no picture; it is open in another program: {programs}. Close that program, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} gives {width}×{height} pixels instead of {wanted}; it has no such size. Choose another one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} is not there. Plug it in, or choose another source such as a video file or the demo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} may not be used: permission denied. Add your account to the group “video” and log in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} stopped sending pictures. Check its cable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} was lost, and this system does not tell whether it is still the same camera. Choose the camera again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error} FaceQA keeps trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} exists and is not overwritten. Start a new capture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is a TensorFlow SavedModel, which can carry code. Name a model folder that “faceqa train” wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is a single file; FaceQA loads model folders with {manifest} only, because other model files can carry code. Train or import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is not a model: it has no {manifest}. Name a folder made by “faceqa train”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mark} has another checksum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name!r} is not a name for a file of a capture. Use lower-case letters, digits and “_”, and an ending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} answers but sends no picture. Check that its camera is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be reached, or sends no video. Check the address, the network and that the camera is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be run as an ONNX network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} changed its picture from {old_width}×{old_height} to {width}×{height} pixels. It is opened again; if this comes again, choose one size in its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not answer and cannot be reached again. Unplug it and plug it in, or restart the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it has fields that FaceQA does not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it is a link or a folder, not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it is cut off or overlaps the directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it is encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it is not as long as it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it is packed in a way that FaceQA does not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it overlaps another member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it unpacks to {size}, and may have {most} at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it would be written outside its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a supervisor. Ask one to allow this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a supervisor. Ask one to do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} lights for at most {most:g} s. Set a shorter time in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} of {folder} is refused: {fault}. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} shows no live picture. Choose a camera or a network stream: real UV light is released for a picture of the present moment alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} stopped sending pictures. Check the network and the camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was lost before it was lit. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not armed; it is off. Start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not off; it is now. Start the capture again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {what}. It goes dark by itself. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {what}. Its light is off. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} also holds {name}, unlike its manifest says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} belongs to a TensorFlow SavedModel, which can carry code. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} can be read by others, so it is no secret. Run: chmod 600 {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read (it is damaged). Replace the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Replace the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}. Check its name and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}. Name another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be tried: {why}. Free some space and memory, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written. Check the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not exist or is not a plain file. Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not exist. Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} exists and is no plain file. Name another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} exists and is not overwritten. Name another file, or allow it to be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} exists and is not overwritten. Name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has more than {limit} million pixels. Choose a smaller picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no cascade that OpenCV can read. Install FaceQA again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no pictures ({endings}). Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds {mode} samples without a known range. Save it with 8 or 16 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a link, so captures could end up elsewhere. Name the folder itself as the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a network alone ({kind}); without its manifest nobody can tell its classes or its checksums. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a pickle, joblib or PyTorch file: opening one runs whatever code is in it. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a text file, not a packed model. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is an HDF5 file (.h5): such files can carry code that runs when they are opened. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is empty (0 bytes). Replace the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is empty, cut off or not JSON. Copy the model folder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is empty. Copy it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is empty. Copy the model folder again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is gone, though operators signed in here (audit entry {number}). Put it back from a backup. Without one, begin anew in another FACEQA_HOME; the records stay readable with --store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is larger than {most} MB, and so is no model of FaceQA. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a JPEG, PNG, BMP, WebP or TIFF picture. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a manifest of a model (see: {where}). Train or import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a packed model. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a packed model: it has no {manifest}. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a packed model: {fault}. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a plain file. Choose a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a plain file. Copy the model folder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a plain file. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a sound model: {fault}. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a video that can be played. Choose another file, or convert it to MP4 (H.264).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not the file that its manifest names. Install FaceQA again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not the file that the manifest names: its sha256 begins with {found}, expected {expected}. Copy the model folder again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not the manifest of an eye model of this version. Install FaceQA again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not what was stored. Run “faceqa records verify” and restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is only {width}×{height} pixels. Choose a larger picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is too large to be of a model of FaceQA. Copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} lacks {name}, unlike its manifest says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not imported: somebody stopped it. Import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was written by a newer FaceQA (form {version}, this one reads {known}). Install the newer FaceQA, or take an older model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} {fault}, so nobody can sign in and settings, models, purges and operators stay closed. Put a good copy of it back, or move it away to choose anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} does not take photographs (VL Photographic Image). Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} ended the connection or stopped answering. Check that it knows us as {calling} and that it runs, then send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} has no room left (status {status:04X}). Free some there, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{peer} refuses the test message. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} cannot be decrypted: it was altered or belongs elsewhere. Restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} holds no key of FaceQA. Restore it from your copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} in {index} cannot be read. Run “faceqa records verify”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is encrypted and no key was given. Give the key file, or start where the system&apos;s keyring holds the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is encrypted with the key {key}, not with {name}. Give the key that was in use when it was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is not a capture record. Run “faceqa records verify” and restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of the audit trail cannot be read. Run “faceqa records verify”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} The exposure was not begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rank}: {weight:.3f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{root} had an index, which is gone. Nothing was written; restore {index} from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{self._words[step]}: {states[self._steps[step]]}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size:.0f} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} delivered a picture of an unusable form ({values}, {shape}). Choose another video format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} sends its pictures at the usual pace again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} sends {present:.1f} pictures a second instead of {usual:.0f}; they are not judged. Check its cable and the light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target} exists and is no folder. Name another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target} holds files already and is not overwritten. Name another folder, or allow it to be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target} holds more than an earlier export, so it is not replaced. Name another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weights} does not hold the weights of {title}. Name another file with --weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} cannot stand in a DICOM object: it may have {length} characters, and no backslash or control character. Give another one with the export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} in {place}: the disk or its quota is full. Free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} in {place}: writing or reading is not permitted there. Check the folder&apos;s permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} in {place}: {why}. Check that the folder exists and its drive is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} in {root}: only {free:.0f} MB are free and {needed:.0f} MB are needed. Free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, again. Close FaceQA and start it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}. The model is loaded again; acknowledge this to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {root} has no {index}. If an older FaceQA made it, start the station on it once; else restore the index from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” in it has not as many numbers as it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” in it holds numbers that are not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” in it is not a plain array of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shown}” is not a source that can be found. Give demo, a camera number or name, an http, https or rtsp address, a video file, a picture or a folder of pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ {problem}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptureDetails</name>
    <message numerus="yes">
        <source>%n of its pictures cannot be shown. {why}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>(its note was erased)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not name this capture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The opened capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptureFilter</name>
    <message>
        <source>All captures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List captures of these days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List captures of this subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptureList</name>
    <message>
        <source>Captures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptureModel</name>
    <message>
        <source>▲ never stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◐ cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ unreadable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CapturePictures</name>
    <message>
        <source>Beside the UV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face, standardised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This capture has no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV, as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV, registered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CapturesWindow</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DICOM files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Export %n capture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting %n capture(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>FaceQA captures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and records (zip)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify this capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying every file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{item} of {capture}…: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{listed} of %n capture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>▲ Exported to {target}, but not whole. {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>✓ %n capture(s) exported to {target}, sha256 {sha256}…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>* too few pictures to draw a conclusion from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences are B minus A. A filled dot: the 95 % interval leaves out 0; else it may be chance. Intervals of accuracy, recall and other rates: {rates}; of F1 and precision: {others}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out for both, because one model could not read them: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{measure} by {kind}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Confusion matrix: rows true, columns given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} given {}: {} ({:.1%}). Choose it to see the pictures.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferencesTable</name>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B minus A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferingPage</name>
    <message>
        <source>All that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture, and see what both models look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only A is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only B is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why these answers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{:,} of {:,} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}
is {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoubtStrip</name>
    <message>
        <source>The explanation is weak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV light stays off.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplanationMeasures</name>
    <message>
        <source>Agreement (IoU)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence in the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explained class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explained class, counts for this face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explained class, does not count now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the hottest fifths of Grad-CAM and LIME overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well LIME&apos;s simple model follows the network near this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIME fit (R²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that is left while the important places are blurred, averaged; lower is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that is reached while the important places are put into the blurred picture, averaged; higher is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same top parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of 100 resamples of the samples that name the same top parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the Grad-CAM heat that lies inside the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} samples · seed {} · model {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplanationPanel</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class to explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain the newest frame now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grad-CAM so far; LIME follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most probable class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No explanation yet. It starts by itself once a clear face is held, or with “Explain now”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No positive evidence for “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far, from {} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superpixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surrogate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame {} · {} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{:.0f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{:.1f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} {} / {} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} · {:.1f} s left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message numerus="yes">
        <source>%n capture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Captures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show captures, verify and export them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no capture yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstStartDialog</name>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FaceQA writes the operator&apos;s name to every record. A supervisor can change this choice later: click on the operator&apos;s name in the window, then “Operators”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a clinic. Each record names who released UV light. Settings, models, overruled findings and removed records need a supervisor; the station locks itself when nobody touches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a single desk or a trial. Whoever sits here may do everything: change settings, choose models, overrule findings, remove records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One local operator, nobody signs in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operators sign in by name and PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start FaceQA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works at this station?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You become the first supervisor. A PIN has {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryStrip</name>
    <message>
        <source>Block height: low red or unknown, middle amber or open, full green or closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 10 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabResults</name>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differing ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every picture was judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected calibration error {:.3f}. A calibrated model lies on the diagonal; lines are 95 % intervals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False positives among the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haar alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open called closed: {}. Closed recognised: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision-recall curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC and PR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: true class. Columns: given class. Choose a cell for its pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given {} {:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} given {}: {} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} pictures were given another answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabSetup</name>
    <message>
        <source>All pictures ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose labelled pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose labelled pictures: a folder per class, or a list (CSV).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eye detectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished parts are kept until the run is done, and are not judged again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder or list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on after a crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No second model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} listed pictures are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} pictures: {}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabWindow</name>
    <message>
        <source>A row per picture (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Run again to go on where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model and labelled pictures, then run.

The pictures are judged exactly as the station judges a frame.
Nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explaining both answers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explaining…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eye detectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FaceQA lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures (JSON)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the list of pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report as one page (HTML)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports show the mistakes as pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Written to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {} faces looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {} pictures judged in {} s by {}, {} left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LightBanner</name>
    <message>
        <source>Amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>DEMONSTRATION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eyes: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in: no picture is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STILL PICTURES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen is locked: no picture is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VIRTUAL CAMERA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated pictures, no person is present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judged and explained, never released for UV light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by a program, never released for UV light</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LooserSettingsDialog</name>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less strict settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save less strict settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save them only if whoever answers for this station agrees. Every record names the settings it was captured under.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These settings release UV light more easily, or more of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ less strict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelControl</name>
    <message>
        <source>{} is on this station&apos;s list. To use it from the next start on, write {} in the settings, under Quality, as the model.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelImportDialog</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed models (*.zip);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that “faceqa model pack” wrote is checked byte by byte and tried in a process of its own, which takes some seconds. The model in use stays in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is checked and tried</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPinDialog</name>
    <message>
        <source>A PIN has {} Let its owner type it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new PIN for {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error has closed the gate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} the notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperatorButton</name>
    <message>
        <source>Operator: {}. Lock and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperatorsDialog</name>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let operators sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New PIN…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody signs in: whoever sits here is the one local operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One local operator…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operators capture. Supervisors may also {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove an operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change settings, models and operators, overrule, and remove records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} can sign in no more. Their records keep the name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverrideDialog</name>
    <message>
        <source>Found: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overrule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overrule a finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it right to go on? At least {} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You take the responsibility for this finding, for this face and at most {} seconds. Both eyes must still be seen open and then closed; glasses and eyes are never overruled. Your name and reason are written to the record.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnPinDialog</name>
    <message>
        <source>A PIN has {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the PIN of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present PIN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureGallery</name>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PicturesPage</name>
    <message>
        <source>All mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain the picture that is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guided Grad-CAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way of explaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this answer?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>A face counts as good from {:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been judged yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReliabilityView</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence; below each bar the number of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidence {:.2f}: accuracy {:.2f} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model {letter}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused. What is under way is finished first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{:.0f} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{:.0f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{:.1f} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} a second · {time} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Default: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the default of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ less strict than before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ less strict than the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▼ stricter than the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ Not the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Changed, was {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>, {} of them less strict than before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting by its name or meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those not at their default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore all defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens this menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInCover</name>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has touched the station for a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of the operators is gone. Put it back, or start FaceQA again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While this stands, no picture of anybody is shown and UV light stays off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name goes to every record of what you release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} ({}) works here. Anybody else who signs in begins a new session.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceButton</name>
    <message>
        <source>Address of the stream (http, https or rtsp):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo subject (generated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source: choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STILLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {}. Choose another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VIRTUAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video or picture file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video or picture file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{:.0f} fps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{:.0f} ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StationApp</name>
    <message>
        <source>Choose a source above, at the right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StationWindow</name>
    <message>
        <source>Face quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 10 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture. Connect the camera or choose another source above.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Both eyes closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps. {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SupervisorDialog</name>
    <message>
        <source>A supervisor must allow to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This once, for whoever works here. The supervisor&apos;s name is written down.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThresholdPage</name>
    <message>
        <source>Accepted as {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a threshold on a validation split, and read a test split once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False accepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False accepts and false rejects by threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False accepts: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False rejects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False rejects: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Capture {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not as it was stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the exposure was not completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◐ cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ damaged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of the station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View: theme, language, marks and sound</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopSuperpixels</name>
    <message>
        <source>Top parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top superpixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingSetup</name>
    <message>
        <source>Age group (for audits only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Gurjar et al. 2024: MobileNet, head only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Hung et al.: ResNet50, 14 layers fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder or list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gender (for audits only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the unfinished run in this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ImageNet weights, without top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MobileNet, fine-tuned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New or empty folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Race (for audits only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet50, fine-tuned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple CNN, from scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.h5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the recipe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingWindow</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FaceQA lab: train a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run can go on later from its last whole epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of at most {total} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>✓ {folder}: validation accuracy {share} after %n epoch(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UvButton</name>
    <message>
        <source>Capturing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a camera (no real light on recordings)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a fresh picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a stronger explanation (“Explain now”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both eyes closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eyes seen open once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep still, both eyes stay closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready: press here, F9 or the foot pedal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>room to store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the UV camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the UV device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the computer to wake up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dose limit (subject or settings)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the running capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the screen to be unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this window in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting: the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your acknowledgement below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (simulated, no light)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UvFoot</name>
    <message>
        <source>Found: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goggles or a shutter remain the primary eye protection. F9 or foot pedal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overruled: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overrule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} J/m² per capture · {} of {} J/m² in 24 h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>and {} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Verified at {when}: {what} is as it was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>✕ %n problem(s) in {what}, found at {when}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_RowPainter</name>
    <message>
        <source>not named</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not belong there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source> (no light emitted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {} exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence inside the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FaceQA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit (R²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grad-CAM and LIME agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lit for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overruled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overruling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that were not at their default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stable under resampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it was allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named by the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not kept in a record of version 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sha256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, closed with {:.1f} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}…, used {:.0f} ms after it was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– not assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ not known: stored before it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◐ not completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>records</name>
    <message>
        <source>Both eyes closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bright enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No eyeglasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No glare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No light behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blurred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capture adopted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capture begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capture recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capture stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capture withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>captures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>demonstration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disagreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dose (J/m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eyes not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>face too small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not looked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operators changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overruled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overruled checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overruling withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned dose (J/m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>poor fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>press refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>purged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings found changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sha256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign-in refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too bright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too little contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unstable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>virtual camera</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1280×720</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>180</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1920×1080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>270</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>640×480</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Darkness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dwell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exposure limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Irradiance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J/m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lamp rise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least evidence inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least face share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least sharpness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least stability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M: frames looked at together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most backlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most face share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most glare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N of M frames that must be green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quickshift kernel size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quickshift max distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top superpixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UV light is released only while this window is in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until stable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W/m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a face lost for this long is a new face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a good face held this long is explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a station that nobody touches for this long shows nobody and waits; operators sign in again. At least 30; 0: never, where nobody signs in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unchanging picture for this long is frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask for enough pixels across the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask that no light shines from behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask that the face fills the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask that the face is bright enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask that the face is in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask that the face is not too bright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask that the found face is sharp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>camera index or name, file, folder, address or demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encrypt what is stored, from the next start on, with a key in the system&apos;s keyring or in a file: make it with “faceqa records key create”. Whoever loses the key loses the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file of the key, where it is in a file; keep a copy of it elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long green must hold before it is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long the lamp is lit in one capture, in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how much brighter than the face the rest may be, of 255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how people see themselves; what is judged and stored is never mirrored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported model or its folder, from the next start on; empty: the shipped one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ko</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language of the windows; changes at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest dose of one capture: irradiance × time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest dose of one subject in 24 hours; ask whoever answers for the lamp. Unprotected eyes: 10000 J/m² of UV-A in 8 hours (ICNIRP 2004)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest share of the face that is pure white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest width of the face, as a share of the guide&apos;s side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let an operator overrule a finding about the face, with a written reason; glasses and eyes are never overruled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>life of a UV permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>life of an explanation for the same face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked: the camera keeps what it has found a second after it was opened, where its driver can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest link inside a superpixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest way of the face from the middle, as a share of the guide&apos;s side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of the one local operator, where nobody signs in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no assessment for this long closes the gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of 255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the cosine-distance kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the lamp at the face, as measured there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opacity of the heat map on the explained picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open eyes must have been seen this recently before closed ones count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perturbed pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures at once; live frames wait for one batch at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port of the serial lamp, such as /dev/ttyUSB0 or COM3, from the next start on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability needed to call a face good; empty: the model&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule for the lab&apos;s measurements; a station always uses the decision, because the paper&apos;s rule calls closed what it cannot see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second camera that looks while the lamp is lit: named like the source, which it must not be; empty: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of superpixels and perturbations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size asked of the camera; one that it does not have gives another, and that is said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest mean grey level of the face, of 255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest share of the face&apos;s fine detail that more blur would take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest width of the face in the camera&apos;s picture, in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest width of the face, as a share of the guide&apos;s side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop early once the top superpixels have held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superpixels that are kept and shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lamp, from the next start on; the simulated one emits no light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time the lamp takes to full light; no UV picture counts before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turn the picture clockwise, for a camera that hangs on its side; what is judged and stored is turned as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak below this agreement of Grad-CAM and LIME (IoU)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak below this fit of LIME&apos;s simple model (R²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak below this share of evidence inside the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak below this share of resamples with the same top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether a weak explanation keeps UV light off or only warns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width of the density kernel of superpixels in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× guide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Blur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eyeglasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grad-CAM and LIME point at different places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIME&apos;s simple model does not follow the network here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face was found that its evidence could lie in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the picture speaks for this class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other samples would have named other parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much of its evidence lies outside the face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change who works here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light comes from behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overrule a finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove a subject&apos;s records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the face has too few pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the face is covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the face is not in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the face is not sharp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the face is too bright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the face is too dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the face is too small or too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture is blurred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
