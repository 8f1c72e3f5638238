<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A permission of this program is not eye protection: goggles or a shutter stay the primary control.</source>
        <translation>이 프로그램의 허용은 눈 보호 수단이 아닙니다. 기본적인 보호 수단은 보호 안경 또는 차단막입니다.</translation>
    </message>
    <message>
        <source>About FaceQA</source>
        <translation>FaceQA 정보</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>체크섬</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>진단 정보 복사</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>진단 정보</translation>
    </message>
    <message>
        <source>It holds nothing about any person.</source>
        <translation>개인에 대한 정보는 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>라이선스</translation>
    </message>
</context>
<context>
    <name>CaptureDetails</name>
    <message numerus="yes">
        <source>%n of its pictures cannot be shown. {why}</source>
        <translation>
            <numerusform>사진 %n개를 표시할 수 없습니다. {why}</numerusform>
        </translation>
    </message>
    <message>
        <source>(its note was erased)</source>
        <translation>(메모가 삭제됨)</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>감사 기록</translation>
    </message>
    <message>
        <source>It does not name this capture.</source>
        <translation>이 촬영에 대한 항목이 없습니다.</translation>
    </message>
    <message>
        <source>The file holds no picture.</source>
        <translation>파일에 사진이 없습니다.</translation>
    </message>
    <message>
        <source>The opened capture</source>
        <translation>열린 촬영</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>기록</translation>
    </message>
</context>
<context>
    <name>CaptureFilter</name>
    <message>
        <source>All captures</source>
        <translation>모든 촬영</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>모든 날짜</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>최근 7일</translation>
    </message>
    <message>
        <source>List captures of these days</source>
        <translation>이 기간의 촬영 보기</translation>
    </message>
    <message>
        <source>List captures of this subject</source>
        <translation>이 대상자의 촬영 보기</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>특정 날짜</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>대상자</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>이번 세션</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
</context>
<context>
    <name>CaptureList</name>
    <message>
        <source>Captures</source>
        <translation>촬영</translation>
    </message>
</context>
<context>
    <name>CaptureModel</name>
    <message>
        <source>▲ never stored</source>
        <translation>▲ 저장되지 않음</translation>
    </message>
    <message>
        <source>◐ cut short</source>
        <translation>◐ 중단됨</translation>
    </message>
    <message>
        <source>✓ completed</source>
        <translation>✓ 완료</translation>
    </message>
    <message>
        <source>✓ verified</source>
        <translation>✓ 확인됨</translation>
    </message>
    <message>
        <source>✕ damaged</source>
        <translation>✕ 손상됨</translation>
    </message>
    <message>
        <source>✕ unreadable</source>
        <translation>✕ 읽을 수 없음</translation>
    </message>
</context>
<context>
    <name>CapturePictures</name>
    <message>
        <source>Beside the UV</source>
        <translation>UV 직전·직후</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Face, standardised</source>
        <translation>얼굴(표준화)</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>This capture has no pictures.</source>
        <translation>이 촬영에는 사진이 없습니다.</translation>
    </message>
    <message>
        <source>UV, as it came</source>
        <translation>UV 원본</translation>
    </message>
    <message>
        <source>UV, registered</source>
        <translation>UV 정합</translation>
    </message>
</context>
<context>
    <name>CapturesWindow</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>그 밖에 %n건이 더 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>DICOM files…</source>
        <translation>DICOM 파일…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message numerus="yes">
        <source>Export %n capture(s)</source>
        <translation>
            <numerusform>촬영 %n건 내보내기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting %n capture(s)…</source>
        <translation>
            <numerusform>촬영 %n건을 내보내는 중…</numerusform>
        </translation>
    </message>
    <message>
        <source>FaceQA captures</source>
        <translation>FaceQA 촬영 기록</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Pictures and records (zip)…</source>
        <translation>사진과 기록(zip)…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>표(CSV)…</translation>
    </message>
    <message>
        <source>Verify all</source>
        <translation>모두 확인</translation>
    </message>
    <message>
        <source>Verify this capture</source>
        <translation>이 촬영 확인</translation>
    </message>
    <message>
        <source>Verifying every file…</source>
        <translation>모든 파일을 확인하는 중…</translation>
    </message>
    <message>
        <source>{item} of {capture}…: {reason}</source>
        <translation>{item}({capture}…): {reason}</translation>
    </message>
    <message numerus="yes">
        <source>{listed} of %n capture(s)</source>
        <translation>
            <numerusform>촬영 %n건 중 {listed}건</numerusform>
        </translation>
    </message>
    <message>
        <source>▲ Exported to {target}, but not whole. {first}</source>
        <translation>▲ {target}에 내보냈지만 빠진 것이 있습니다. {first}</translation>
    </message>
    <message numerus="yes">
        <source>✓ %n capture(s) exported to {target}, sha256 {sha256}…</source>
        <translation>
            <numerusform>✓ 촬영 %n건을 {target}에 내보냈습니다. sha256 {sha256}…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>* too few pictures to draw a conclusion from.</source>
        <translation>* 결론을 내리기에는 사진이 너무 적습니다.</translation>
    </message>
    <message>
        <source>Differences are B minus A. A filled dot: the 95 % interval leaves out 0; else it may be chance. Intervals of accuracy, recall and other rates: {rates}; of F1 and precision: {others}.</source>
        <translation>차이는 B에서 A를 뺀 값입니다. 채워진 점: 95 % 구간에 0이 없습니다. 그 밖에는 우연일 수 있습니다. 정확도·재현율 등 비율의 구간: {rates}, F1과 정밀도의 구간: {others}.</translation>
    </message>
    <message>
        <source>Left out for both, because one model could not read them: {count}.</source>
        <translation>한 모델이 읽지 못해 두 모델 모두에서 제외한 사진: {count}장.</translation>
    </message>
    <message>
        <source>{measure} by {kind}</source>
        <translation>{kind}별 {measure}</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Confusion matrix: rows true, columns given</source>
        <translation>혼동 행렬: 행은 실제, 열은 판정</translation>
    </message>
    <message>
        <source>{} given {}: {} ({:.1%}). Choose it to see the pictures.</source>
        <translation>실제 {}, 판정 {}: {}장({:.1%}). 선택하면 사진이 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>DifferencesTable</name>
    <message>
        <source>95 % interval</source>
        <translation>95 % 구간</translation>
    </message>
    <message>
        <source>B minus A</source>
        <translation>B − A</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
</context>
<context>
    <name>DifferingPage</name>
    <message>
        <source>All that differ</source>
        <translation>답이 다른 모든 사진</translation>
    </message>
    <message>
        <source>Choose a picture, and see what both models look at.</source>
        <translation>사진을 선택하면 두 모델이 보는 곳이 표시됩니다.</translation>
    </message>
    <message>
        <source>Neither is right</source>
        <translation>둘 다 틀림</translation>
    </message>
    <message>
        <source>Only A is right</source>
        <translation>A만 맞음</translation>
    </message>
    <message>
        <source>Only B is right</source>
        <translation>B만 맞음</translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation>표시할 사진</translation>
    </message>
    <message>
        <source>Why these answers?</source>
        <translation>왜 이런 답인가요?</translation>
    </message>
    <message>
        <source>{}
is {}</source>
        <translation>{}
실제: {}</translation>
    </message>
    <message>
        <source>{} of {} pictures</source>
        <translation>사진 {} / {}장</translation>
    </message>
</context>
<context>
    <name>DoubtStrip</name>
    <message>
        <source>The explanation is weak.</source>
        <translation>설명의 근거가 약합니다.</translation>
    </message>
    <message>
        <source>UV light stays off.</source>
        <translation>자외선은 켜지지 않습니다.</translation>
    </message>
</context>
<context>
    <name>ExplanationMeasures</name>
    <message>
        <source>Agreement (IoU)</source>
        <translation>일치도(IoU)</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>삭제 곡선</translation>
    </message>
    <message>
        <source>Evidence in the face</source>
        <translation>얼굴 안의 근거</translation>
    </message>
    <message>
        <source>Explained class</source>
        <translation>설명한 분류</translation>
    </message>
    <message>
        <source>Explained class, counts for this face</source>
        <translation>설명한 분류(이 얼굴에 유효)</translation>
    </message>
    <message>
        <source>Explained class, does not count now</source>
        <translation>설명한 분류(지금은 무효)</translation>
    </message>
    <message>
        <source>How much the hottest fifths of Grad-CAM and LIME overlap</source>
        <translation>Grad-CAM과 LIME에서 가장 강한 5분의 1이 겹치는 정도</translation>
    </message>
    <message>
        <source>How well LIME&apos;s simple model follows the network near this picture</source>
        <translation>이 사진 부근에서 LIME의 단순 모델이 신경망을 따르는 정도</translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation>삽입 곡선</translation>
    </message>
    <message>
        <source>LIME fit (R²)</source>
        <translation>LIME 적합도(R²)</translation>
    </message>
    <message>
        <source>Probability that is left while the important places are blurred, averaged; lower is better</source>
        <translation>중요한 부분을 흐리게 하면서 남는 확률의 평균. 낮을수록 좋습니다</translation>
    </message>
    <message>
        <source>Probability that is reached while the important places are put into the blurred picture, averaged; higher is better</source>
        <translation>흐린 사진에 중요한 부분을 넣으면서 도달하는 확률의 평균. 높을수록 좋습니다</translation>
    </message>
    <message>
        <source>Same top parts</source>
        <translation>상위 부분 일치</translation>
    </message>
    <message>
        <source>Share of 100 resamples of the samples that name the same top parts</source>
        <translation>표본을 100번 다시 뽑았을 때 같은 상위 부분이 나온 비율</translation>
    </message>
    <message>
        <source>Share of the Grad-CAM heat that lies inside the face</source>
        <translation>Grad-CAM 열이 얼굴 안에 있는 비율</translation>
    </message>
    <message>
        <source>{} samples · seed {} · model {}</source>
        <translation>표본 {}개 · 시드 {} · 모델 {}</translation>
    </message>
</context>
<context>
    <name>ExplanationPanel</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancel the explanation</source>
        <translation>설명 취소</translation>
    </message>
    <message>
        <source>Class to explain</source>
        <translation>설명할 분류</translation>
    </message>
    <message>
        <source>Combined</source>
        <translation>결합</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>삭제 곡선</translation>
    </message>
    <message>
        <source>Explain now</source>
        <translation>지금 설명</translation>
    </message>
    <message>
        <source>Explain the newest frame now</source>
        <translation>최신 프레임을 지금 설명</translation>
    </message>
    <message>
        <source>Explanation picture</source>
        <translation>설명 사진</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Grad-CAM so far; LIME follows</source>
        <translation>Grad-CAM까지 완료, LIME이 이어집니다</translation>
    </message>
    <message>
        <source>LIME</source>
        <translation>LIME</translation>
    </message>
    <message>
        <source>Most probable class</source>
        <translation>가장 확률이 높은 분류</translation>
    </message>
    <message>
        <source>No explanation yet. It starts by itself once a clear face is held, or with “Explain now”.</source>
        <translation>아직 설명이 없습니다. 선명한 얼굴이 유지되면 자동으로 시작되며, “지금 설명”으로도 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>No positive evidence for “{}”</source>
        <translation>“{}”에 대한 긍정적 근거 없음</translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation>열지도의 불투명도</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>겹침</translation>
    </message>
    <message>
        <source>Progress of the explanation</source>
        <translation>설명 진행률</translation>
    </message>
    <message>
        <source>Show {}</source>
        <translation>{} 보기</translation>
    </message>
    <message>
        <source>So far, from {} samples</source>
        <translation>표본 {}개까지의 결과</translation>
    </message>
    <message>
        <source>Superpixels</source>
        <translation>슈퍼픽셀</translation>
    </message>
    <message>
        <source>Surrogate</source>
        <translation>대리 모델</translation>
    </message>
    <message>
        <source>Why this decision</source>
        <translation>판정 이유</translation>
    </message>
    <message>
        <source>frame {} · {} ago</source>
        <translation>프레임 {} · {} 전</translation>
    </message>
    <message>
        <source>{:.0f} s</source>
        <translation>{:.0f}초</translation>
    </message>
    <message>
        <source>{:.1f} s</source>
        <translation>{:.1f}초</translation>
    </message>
    <message>
        <source>{} {} / {} samples</source>
        <translation>{} 표본 {} / {}</translation>
    </message>
    <message>
        <source>{} · {:.1f} s left</source>
        <translation>{} · {:.1f}초 남음</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message numerus="yes">
        <source>%n capture(s)</source>
        <translation>
            <numerusform>촬영 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Captures…</source>
        <translation>촬영 기록…</translation>
    </message>
    <message>
        <source>Show captures, verify and export them</source>
        <translation>촬영 보기, 확인, 내보내기</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>이번 세션</translation>
    </message>
    <message>
        <source>no capture yet</source>
        <translation>아직 촬영 없음</translation>
    </message>
</context>
<context>
    <name>FirstStartDialog</name>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>FaceQA writes the operator&apos;s name to every record. A supervisor can change this choice later: click on the operator&apos;s name in the window, then “Operators”.</source>
        <translation>FaceQA는 모든 기록에 운영자의 이름을 남깁니다. 이 선택은 나중에 관리자가 바꿀 수 있습니다. 창에서 운영자 이름을 누른 다음 “운영자”를 선택하세요.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Start FaceQA</source>
        <translation>FaceQA 시작</translation>
    </message>
    <message>
        <source>Who works at this station?</source>
        <translation>이 스테이션에서 누가 일합니까?</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>FaceQA help</source>
        <translation>FaceQA 도움말</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>쪽</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>목차</translation>
    </message>
</context>
<context>
    <name>HistoryStrip</name>
    <message>
        <source>Block height: low red or unknown, middle amber or open, full green or closed</source>
        <translation>막대 높이: 낮음은 빨강 또는 알 수 없음, 중간은 노랑 또는 뜬 눈, 전체는 초록 또는 감은 눈</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>눈</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>양호</translation>
    </message>
    <message>
        <source>Last 10 seconds</source>
        <translation>최근 10초</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>신호등</translation>
    </message>
</context>
<context>
    <name>LabResults</name>
    <message>
        <source>Comparison</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>Differing</source>
        <translation>다른 답</translation>
    </message>
    <message>
        <source>Every picture was judged.</source>
        <translation>모든 사진을 판정했습니다.</translation>
    </message>
    <message>
        <source>Expected calibration error {:.3f}. A calibrated model lies on the diagonal; lines are 95 % intervals.</source>
        <translation>기대 보정 오차 {:.3f}. 잘 보정된 모델은 대각선 위에 있습니다. 선은 95 % 구간입니다.</translation>
    </message>
    <message>
        <source>False positives among the others</source>
        <translation>나머지 중 거짓 양성</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>검출</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>집단</translation>
    </message>
    <message>
        <source>Haar alone</source>
        <translation>Haar 단독</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Left out ({})</source>
        <translation>제외 ({})</translation>
    </message>
    <message>
        <source>Network alone</source>
        <translation>신경망 단독</translation>
    </message>
    <message>
        <source>Open called closed: {}. Closed recognised: {}.</source>
        <translation>뜬 눈을 감은 눈으로 판정: {}. 감은 눈 인식: {}.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Precision-recall curves</source>
        <translation>정밀도-재현율 곡선</translation>
    </message>
    <message>
        <source>ROC curves</source>
        <translation>ROC 곡선</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>신뢰도</translation>
    </message>
    <message>
        <source>Rows: true class. Columns: given class. Choose a cell for its pictures.</source>
        <translation>행: 실제 분류. 열: 판정한 분류. 칸을 선택하면 해당 사진이 표시됩니다.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>임계값</translation>
    </message>
    <message>
        <source>given {}</source>
        <translation>판정: {}</translation>
    </message>
    <message>
        <source>given {} {:.2f}</source>
        <translation>판정: {} {:.2f}</translation>
    </message>
    <message>
        <source>is {}</source>
        <translation>실제: {}</translation>
    </message>
    <message>
        <source>{} given {}: {} pictures</source>
        <translation>실제 {}, 판정 {}: 사진 {}장</translation>
    </message>
    <message>
        <source>{} of {} pictures were given another answer</source>
        <translation>사진 {} / {}장이 다른 답을 받음</translation>
    </message>
</context>
<context>
    <name>LabSetup</name>
    <message>
        <source>All pictures ({})</source>
        <translation>모든 사진 ({})</translation>
    </message>
    <message>
        <source>Another model folder…</source>
        <translation>다른 모델 폴더…</translation>
    </message>
    <message>
        <source>Choose a model folder</source>
        <translation>모델 폴더 선택</translation>
    </message>
    <message>
        <source>Choose labelled pictures</source>
        <translation>레이블이 있는 사진 선택</translation>
    </message>
    <message>
        <source>Choose labelled pictures: a folder per class, or a list (CSV).</source>
        <translation>레이블이 있는 사진을 선택하세요. 분류별 폴더 또는 목록(CSV)입니다.</translation>
    </message>
    <message>
        <source>Choose the column that holds the label.</source>
        <translation>레이블이 있는 열을 선택하세요.</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>비교 대상</translation>
    </message>
    <message>
        <source>Eye detectors</source>
        <translation>눈 검출기</translation>
    </message>
    <message>
        <source>Finished parts are kept until the run is done, and are not judged again.</source>
        <translation>끝난 부분은 실행이 끝날 때까지 보관되며 다시 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>Folder or list</source>
        <translation>폴더 또는 목록</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Go on after a crash</source>
        <translation>비정상 종료 후 이어서 실행</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>집단</translation>
    </message>
    <message>
        <source>Label column</source>
        <translation>레이블 열</translation>
    </message>
    <message>
        <source>Lists (*.csv)</source>
        <translation>목록 (*.csv)</translation>
    </message>
    <message>
        <source>List…</source>
        <translation>목록…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>No second model</source>
        <translation>두 번째 모델 없음</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Shipped model</source>
        <translation>기본 제공 모델</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>What to judge</source>
        <translation>판정 대상</translation>
    </message>
    <message>
        <source>{} listed pictures are missing.</source>
        <translation>목록의 사진 {}장이 없습니다.</translation>
    </message>
    <message>
        <source>{} pictures: {}.</source>
        <translation>사진 {}장: {}.</translation>
    </message>
</context>
<context>
    <name>LabWindow</name>
    <message>
        <source>A row per picture (CSV)…</source>
        <translation>사진마다 한 행(CSV)…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>취소했습니다.</translation>
    </message>
    <message>
        <source>Cancelled. Run again to go on where it was.</source>
        <translation>취소했습니다. 다시 실행하면 이어서 진행합니다.</translation>
    </message>
    <message>
        <source>Choose a model and labelled pictures, then run.

The pictures are judged exactly as the station judges a frame.
Nothing is sent anywhere.</source>
        <translation>모델과 레이블이 있는 사진을 선택한 다음 실행하세요.

사진은 스테이션이 프레임을 판정하는 방식 그대로 판정합니다.
어디로도 전송하지 않습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Explaining both answers…</source>
        <translation>두 답을 설명하는 중…</translation>
    </message>
    <message>
        <source>Explaining…</source>
        <translation>설명하는 중…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Export the result</source>
        <translation>결과 내보내기</translation>
    </message>
    <message>
        <source>Eye detectors</source>
        <translation>눈 검출기</translation>
    </message>
    <message>
        <source>FaceQA lab</source>
        <translation>FaceQA 랩</translation>
    </message>
    <message>
        <source>Figures (JSON)…</source>
        <translation>수치(JSON)…</translation>
    </message>
    <message>
        <source>Reading the list of pictures…</source>
        <translation>사진 목록을 읽는 중…</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>PDF 보고서…</translation>
    </message>
    <message>
        <source>Report as one page (HTML)…</source>
        <translation>한 페이지 보고서(HTML)…</translation>
    </message>
    <message>
        <source>Reports show the mistakes as pictures</source>
        <translation>보고서에 틀린 사진 표시</translation>
    </message>
    <message>
        <source>Shipped model</source>
        <translation>기본 제공 모델</translation>
    </message>
    <message>
        <source>Train a model…</source>
        <translation>모델 학습…</translation>
    </message>
    <message>
        <source>Writing {}…</source>
        <translation>{} 쓰는 중…</translation>
    </message>
    <message>
        <source>all pictures</source>
        <translation>모든 사진</translation>
    </message>
    <message>
        <source>{} in {} s</source>
        <translation>{}, {}초</translation>
    </message>
    <message>
        <source>{}, {} left out</source>
        <translation>{}, {}개 제외</translation>
    </message>
    <message>
        <source>✓ Written to {}</source>
        <translation>✓ {}에 저장했습니다</translation>
    </message>
    <message>
        <source>✓ {} faces looked at</source>
        <translation>✓ 얼굴 {}개 판정</translation>
    </message>
    <message>
        <source>✓ {} pictures judged by both models</source>
        <translation>✓ 두 모델이 사진 {}장 판정</translation>
    </message>
    <message>
        <source>✓ {} pictures judged by {}</source>
        <translation>✓ 사진 {}장을 {}(으)로 판정</translation>
    </message>
</context>
<context>
    <name>LightBanner</name>
    <message>
        <source>Amber</source>
        <translation>노랑</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>준비 안 됨</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>빨강</translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>DEMONSTRATION</source>
        <translation>시연</translation>
    </message>
    <message>
        <source>Eyes: {}</source>
        <translation>눈: {}</translation>
    </message>
    <message>
        <source>Live view</source>
        <translation>실시간 영상</translation>
    </message>
    <message>
        <source>Nobody is signed in: no picture is shown.</source>
        <translation>로그인한 사람이 없어 영상을 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>Please wait.</source>
        <translation>잠시 기다려 주세요.</translation>
    </message>
    <message>
        <source>STILL PICTURES</source>
        <translation>정지 사진</translation>
    </message>
    <message>
        <source>The screen is locked: no picture is shown.</source>
        <translation>화면이 잠겨 있어 영상을 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>VIRTUAL CAMERA</source>
        <translation>가상 카메라</translation>
    </message>
    <message>
        <source>face</source>
        <translation>얼굴</translation>
    </message>
    <message>
        <source>generated pictures, no person is present</source>
        <translation>생성된 영상이며 실제 사람이 없습니다</translation>
    </message>
    <message>
        <source>judged and explained, never released for UV light</source>
        <translation>판정과 설명만 하며 자외선은 허용하지 않습니다</translation>
    </message>
    <message>
        <source>made by a program, never released for UV light</source>
        <translation>프로그램이 만든 영상으로 자외선은 허용하지 않습니다</translation>
    </message>
</context>
<context>
    <name>LooserSettingsDialog</name>
    <message>
        <source>Go back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Less strict settings</source>
        <translation>덜 엄격한 설정</translation>
    </message>
    <message>
        <source>Save less strict settings</source>
        <translation>덜 엄격한 설정 저장</translation>
    </message>
    <message>
        <source>Save them only if whoever answers for this station agrees. Every record names the settings it was captured under.</source>
        <translation>이 스테이션의 책임자가 동의할 때만 저장하세요. 모든 기록에는 촬영 당시의 설정이 남습니다.</translation>
    </message>
    <message>
        <source>These settings release UV light more easily, or more of it</source>
        <translation>이 설정은 자외선을 더 쉽게, 또는 더 많이 허용합니다</translation>
    </message>
    <message>
        <source>▲ less strict</source>
        <translation>▲ 덜 엄격</translation>
    </message>
    <message>
        <source>● changed</source>
        <translation>● 변경됨</translation>
    </message>
</context>
<context>
    <name>ModelControl</name>
    <message>
        <source>{} is on this station&apos;s list. To use it from the next start on, write {} in the settings, under Quality, as the model.</source>
        <translation>{}이(가) 이 스테이션의 목록에 등록되었습니다. 다음 시작부터 사용하려면 설정의 품질에서 모델에 {}을(를) 입력하세요.</translation>
    </message>
</context>
<context>
    <name>ModelImportDialog</name>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>File of the model</source>
        <translation>모델 파일</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>모델 가져오기</translation>
    </message>
    <message>
        <source>Packed model</source>
        <translation>패키지 모델</translation>
    </message>
    <message>
        <source>Packed models (*.faceqa-model *.zip);;All files (*)</source>
        <translation>패키지 모델 (*.faceqa-model *.zip);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>The file that “faceqa model pack” wrote is checked byte by byte and tried in a process of its own, which takes some seconds. The model in use stays in use.</source>
        <translation>“faceqa model pack”이 만든 파일을 바이트 단위로 검사하고 별도의 프로세스에서 시험합니다. 몇 초가 걸립니다. 현재 모델은 그대로 사용됩니다.</translation>
    </message>
    <message>
        <source>The model is checked and tried</source>
        <translation>모델을 검사하고 시험하는 중</translation>
    </message>
</context>
<context>
    <name>NewPinDialog</name>
    <message>
        <source>A PIN has {} Let its owner type it.</source>
        <translation>PIN: {} 본인이 직접 입력하게 하세요.</translation>
    </message>
    <message>
        <source>A new PIN for {}</source>
        <translation>{}의 새 PIN</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Add an operator</source>
        <translation>운영자 추가</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>PIN 다시 입력</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>PIN 설정</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Acknowledge</source>
        <translation>확인했음</translation>
    </message>
    <message>
        <source>An error has closed the gate.</source>
        <translation>오류로 게이트가 닫혔습니다.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Notice: {}</source>
        <translation>알림: {}</translation>
    </message>
    <message>
        <source>{} the notice</source>
        <translation>알림 {}</translation>
    </message>
</context>
<context>
    <name>OperatorButton</name>
    <message>
        <source>Operator: {}. Lock and more</source>
        <translation>운영자: {}. 잠금 및 기타</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>OperatorChoice</name>
    <message>
        <source>For a clinic. Each record names who released UV light. Settings, models, overruled findings and removed records need a supervisor; the station locks itself when nobody touches it.</source>
        <translation>의료 기관용입니다. 각 기록에 자외선을 허용한 사람이 남습니다. 설정, 모델, 판정 무효, 기록 삭제에는 관리자가 필요하며, 아무도 사용하지 않으면 스테이션이 잠깁니다.</translation>
    </message>
    <message>
        <source>For a single desk or a trial. Whoever sits here may do everything: change settings, choose models, overrule findings, remove records.</source>
        <translation>한 자리에서 쓰거나 시험 사용할 때 적합합니다. 앉은 사람이 설정 변경, 모델 선택, 판정 무효, 기록 삭제 등 모든 것을 할 수 있습니다.</translation>
    </message>
    <message>
        <source>One local operator, nobody signs in</source>
        <translation>로컬 운영자 한 명, 로그인 없음</translation>
    </message>
    <message>
        <source>Operators sign in by name and PIN</source>
        <translation>운영자가 이름과 PIN으로 로그인</translation>
    </message>
    <message>
        <source>You become the first supervisor. A PIN has {advice}</source>
        <translation>첫 번째 관리자가 됩니다. PIN: {advice}</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Your PIN again</source>
        <translation>PIN 다시 입력</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>이름</translation>
    </message>
</context>
<context>
    <name>OperatorsDialog</name>
    <message>
        <source>Add…</source>
        <translation>추가…</translation>
    </message>
    <message>
        <source>Change role</source>
        <translation>역할 변경</translation>
    </message>
    <message>
        <source>Let operators sign in…</source>
        <translation>운영자 로그인 사용…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>New PIN…</source>
        <translation>새 PIN…</translation>
    </message>
    <message>
        <source>Nobody signs in: whoever sits here is the one local operator.</source>
        <translation>로그인하지 않습니다. 앉은 사람이 유일한 로컬 운영자입니다.</translation>
    </message>
    <message>
        <source>One local operator…</source>
        <translation>로컬 운영자 한 명…</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>운영자</translation>
    </message>
    <message>
        <source>Operators capture. Supervisors may also {}.</source>
        <translation>운영자는 촬영할 수 있습니다. 관리자는 추가로 {}도 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Remove an operator</source>
        <translation>운영자 삭제</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>change settings, models and operators, overrule, and remove records</source>
        <translation>설정·모델·운영자 변경, 판정 무효, 기록 삭제</translation>
    </message>
    <message>
        <source>{} can sign in no more. Their records keep the name.</source>
        <translation>{}은(는) 더 이상 로그인할 수 없습니다. 기록에는 이름이 남습니다.</translation>
    </message>
</context>
<context>
    <name>OverrideDialog</name>
    <message>
        <source>Found: {}</source>
        <translation>판정: {}</translation>
    </message>
    <message>
        <source>Operator: {}</source>
        <translation>운영자: {}</translation>
    </message>
    <message>
        <source>Overrule</source>
        <translation>무효로 하기</translation>
    </message>
    <message>
        <source>Overrule a finding</source>
        <translation>판정을 무효로 하기</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Why is it right to go on? At least {} characters</source>
        <translation>계속 진행해도 되는 이유를 {}자 이상 적으세요</translation>
    </message>
    <message>
        <source>You take the responsibility for this finding, for this face and at most {} seconds. Both eyes must still be seen open and then closed; glasses and eyes are never overruled. Your name and reason are written to the record.</source>
        <translation>이 판정에 대한 책임을 집니다. 이 얼굴에 한해 최대 {}초 동안 유효합니다. 두 눈을 뜬 다음 감은 것은 여전히 확인되어야 하며, 안경과 눈에 대한 판정은 무효로 할 수 없습니다. 이름과 이유가 기록에 남습니다.</translation>
    </message>
</context>
<context>
    <name>OwnPinDialog</name>
    <message>
        <source>A PIN has {}</source>
        <translation>PIN: {}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Change the PIN of {}</source>
        <translation>{}의 PIN 변경</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>새 PIN</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>새 PIN 다시 입력</translation>
    </message>
    <message>
        <source>Present PIN</source>
        <translation>현재 PIN</translation>
    </message>
</context>
<context>
    <name>PictureGallery</name>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
</context>
<context>
    <name>PicturesPage</name>
    <message>
        <source>All mistakes</source>
        <translation>틀린 사진 모두</translation>
    </message>
    <message>
        <source>Combined</source>
        <translation>결합</translation>
    </message>
    <message>
        <source>Explain the picture that is chosen.</source>
        <translation>선택한 사진을 설명합니다.</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Guided Grad-CAM</source>
        <translation>Guided Grad-CAM</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>Integrated gradients</translation>
    </message>
    <message>
        <source>LIME</source>
        <translation>LIME</translation>
    </message>
    <message>
        <source>Way of explaining</source>
        <translation>설명 방법</translation>
    </message>
    <message>
        <source>Why this answer?</source>
        <translation>왜 이런 답인가요?</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>A face counts as good from {:.2f}</source>
        <translation>{:.2f}부터 양호한 얼굴로 봅니다</translation>
    </message>
    <message>
        <source>Face quality</source>
        <translation>얼굴 품질</translation>
    </message>
    <message>
        <source>Nothing has been judged yet</source>
        <translation>아직 판정한 것이 없습니다</translation>
    </message>
</context>
<context>
    <name>ReliabilityView</name>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Confidence; below each bar the number of pictures</source>
        <translation>확신도. 막대 아래는 사진 수</translation>
    </message>
    <message>
        <source>Reliability diagram</source>
        <translation>신뢰도 그림</translation>
    </message>
    <message>
        <source>confidence {:.2f}: accuracy {:.2f} of {}</source>
        <translation>확신도 {:.2f}: 정확도 {:.2f}, 사진 {}장</translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>Change what is marked ✕ until every line says “good”.</source>
        <translation>모든 줄이 “양호”가 될 때까지 ✕ 표시된 것을 바꾸세요.</translation>
    </message>
    <message>
        <source>Detail of the face</source>
        <translation>얼굴의 세부</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>Glare</source>
        <translation>눈부심</translation>
    </message>
    <message>
        <source>Light and distance are good here.</source>
        <translation>이곳의 빛과 거리는 양호합니다.</translation>
    </message>
    <message>
        <source>Light from behind</source>
        <translation>역광</translation>
    </message>
    <message>
        <source>Light on the face</source>
        <translation>얼굴의 빛</translation>
    </message>
    <message>
        <source>One person at a time: more than one face is seen.</source>
        <translation>한 번에 한 사람만: 얼굴이 여러 개 보입니다.</translation>
    </message>
    <message>
        <source>Place in the picture</source>
        <translation>영상 속 위치</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>선명도</translation>
    </message>
    <message>
        <source>Sit where a subject sits, and look into the camera.</source>
        <translation>대상자가 앉을 자리에 앉아 카메라를 보세요.</translation>
    </message>
    <message>
        <source>Waiting for a picture…</source>
        <translation>영상을 기다리는 중…</translation>
    </message>
    <message>
        <source>change</source>
        <translation>조정 필요</translation>
    </message>
    <message>
        <source>good</source>
        <translation>양호</translation>
    </message>
    <message>
        <source>open</source>
        <translation>확인 전</translation>
    </message>
    <message>
        <source>{title}: {what}</source>
        <translation>{title}: {what}</translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation>끝내는 중…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Going on…</source>
        <translation>계속하는 중…</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>모델을 불러오는 중…</translation>
    </message>
    <message>
        <source>Model {letter}: {text}</source>
        <translation>모델 {letter}: {text}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 중지</translation>
    </message>
    <message>
        <source>Paused. What is under way is finished first.</source>
        <translation>일시 중지했습니다. 진행 중인 부분은 먼저 끝냅니다.</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>실행 진행률</translation>
    </message>
    <message>
        <source>{:.0f} min</source>
        <translation>{:.0f}분</translation>
    </message>
    <message>
        <source>{:.0f} s</source>
        <translation>{:.0f}초</translation>
    </message>
    <message>
        <source>{:.1f} h</source>
        <translation>{:.1f}시간</translation>
    </message>
    <message>
        <source>{done} of {total} pictures</source>
        <translation>사진 {done} / {total}장</translation>
    </message>
    <message>
        <source>{rate} a second · {time} left</source>
        <translation>초당 {rate}장 · {time} 남음</translation>
    </message>
</context>
<context>
    <name>SelfTestDialog</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>자체 점검</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>다시 점검</translation>
    </message>
</context>
<context>
    <name>SelfTestView</name>
    <message>
        <source> UV light stays off until it passes.</source>
        <translation> 통과할 때까지 자외선은 켜지지 않습니다.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>시계</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>디스크 공간</translation>
    </message>
    <message>
        <source>Everything is as it must be ({when}).</source>
        <translation>모두 정상입니다({when}).</translation>
    </message>
    <message>
        <source>Eye cascades</source>
        <translation>눈 캐스케이드</translation>
    </message>
    <message>
        <source>Eye networks</source>
        <translation>눈 신경망</translation>
    </message>
    <message>
        <source>FAIL</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>It can be worked with; read what is marked ▲ ({when}).</source>
        <translation>사용할 수 있습니다. ▲ 표시된 내용을 읽어 보세요({when}).</translation>
    </message>
    <message>
        <source>Lamp</source>
        <translation>램프</translation>
    </message>
    <message>
        <source>Looking at every part…</source>
        <translation>모든 부분을 점검하는 중…</translation>
    </message>
    <message>
        <source>Nothing was looked at yet.</source>
        <translation>아직 점검하지 않았습니다.</translation>
    </message>
    <message>
        <source>PASS</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>Quality model</source>
        <translation>품질 모델</translation>
    </message>
    <message>
        <source>Something failed; read what is marked ✕ ({when}).</source>
        <translation>실패한 항목이 있습니다. ✕ 표시된 내용을 읽어 보세요({when}).</translation>
    </message>
    <message>
        <source>WARN</source>
        <translation>주의</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Default: {}.</source>
        <translation>기본값: {}.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Restore the default</source>
        <translation>기본값으로 되돌리기</translation>
    </message>
    <message>
        <source>Restore the default of {}</source>
        <translation>{}의 기본값으로 되돌리기</translation>
    </message>
    <message>
        <source>▲ less strict than before</source>
        <translation>▲ 이전보다 덜 엄격</translation>
    </message>
    <message>
        <source>▲ less strict than the default</source>
        <translation>▲ 기본값보다 덜 엄격</translation>
    </message>
    <message>
        <source>▼ stricter than the default</source>
        <translation>▼ 기본값보다 엄격</translation>
    </message>
    <message>
        <source>○ Not the default</source>
        <translation>○ 기본값 아님</translation>
    </message>
    <message>
        <source>● Changed, was {}</source>
        <translation>● 변경됨, 이전 값 {}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n개 변경됨</numerusform>
        </translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>설정 찾기</translation>
    </message>
    <message>
        <source>Find a setting by its name or meaning</source>
        <translation>이름이나 설명으로 설정 찾기</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>변경 없음</translation>
    </message>
    <message>
        <source>Nothing here matches.</source>
        <translation>일치하는 설정이 없습니다.</translation>
    </message>
    <message>
        <source>Only those not at their default</source>
        <translation>기본값이 아닌 것만</translation>
    </message>
    <message>
        <source>Restore all defaults</source>
        <translation>모두 기본값으로</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message numerus="yes">
        <source>{changed}, %n of them less strict than before</source>
        <translation>
            <numerusform>{changed}, 그중 %n개는 이전보다 덜 엄격</numerusform>
        </translation>
    </message>
    <message>
        <source>{where}: {why}.</source>
        <translation>{where}: {why}.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>동작과 단축키</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>동작이나 키 찾기</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Opens this menu.</source>
        <translation>이 메뉴를 엽니다.</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>설명</translation>
    </message>
</context>
<context>
    <name>SignInCover</name>
    <message>
        <source>Closed</source>
        <translation>닫힘</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>잠김</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Nobody has touched the station for a while.</source>
        <translation>한동안 아무도 스테이션을 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>The file of the operators is gone. Put it back, or start FaceQA again.</source>
        <translation>운영자 파일이 없습니다. 파일을 되돌려 놓거나 FaceQA를 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>잠금 해제</translation>
    </message>
    <message>
        <source>While this stands, no picture of anybody is shown and UV light stays off.</source>
        <translation>이 화면이 보이는 동안에는 누구의 사진도 표시하지 않으며 자외선은 켜지지 않습니다.</translation>
    </message>
    <message>
        <source>Your name goes to every record of what you release.</source>
        <translation>허용한 모든 촬영의 기록에 이름이 남습니다.</translation>
    </message>
    <message>
        <source>{} ({}) works here. Anybody else who signs in begins a new session.</source>
        <translation>{}({})이(가) 사용 중입니다. 다른 사람이 로그인하면 새 세션이 시작됩니다.</translation>
    </message>
</context>
<context>
    <name>SourceButton</name>
    <message>
        <source>Address of the stream (http, https or rtsp):</source>
        <translation>스트림 주소(http, https 또는 rtsp):</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>시연</translation>
    </message>
    <message>
        <source>Demo subject (generated)</source>
        <translation>시연 대상자(생성됨)</translation>
    </message>
    <message>
        <source>Exposure: automatic</source>
        <translation>노출: 자동</translation>
    </message>
    <message>
        <source>Exposure: locked</source>
        <translation>노출: 고정</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>사진 폴더</translation>
    </message>
    <message>
        <source>Folder of pictures…</source>
        <translation>사진 폴더…</translation>
    </message>
    <message>
        <source>Network address</source>
        <translation>네트워크 주소</translation>
    </message>
    <message>
        <source>Network address…</source>
        <translation>네트워크 주소…</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>카메라를 찾을 수 없음</translation>
    </message>
    <message>
        <source>No source: choose one</source>
        <translation>영상 입력 없음: 선택하세요</translation>
    </message>
    <message>
        <source>Opening the source…</source>
        <translation>영상 입력을 여는 중…</translation>
    </message>
    <message>
        <source>STILLS</source>
        <translation>정지</translation>
    </message>
    <message>
        <source>Source: {}. Choose another</source>
        <translation>영상 입력: {}. 다른 입력 선택</translation>
    </message>
    <message>
        <source>VIRTUAL</source>
        <translation>가상</translation>
    </message>
    <message>
        <source>Video or picture file</source>
        <translation>동영상 또는 사진 파일</translation>
    </message>
    <message>
        <source>Video or picture file…</source>
        <translation>동영상 또는 사진 파일…</translation>
    </message>
    <message>
        <source>White balance: automatic</source>
        <translation>화이트 밸런스: 자동</translation>
    </message>
    <message>
        <source>White balance: locked</source>
        <translation>화이트 밸런스: 고정</translation>
    </message>
    <message>
        <source>{:.0f} fps</source>
        <translation>{:.0f} fps</translation>
    </message>
    <message>
        <source>{:.0f} ms</source>
        <translation>{:.0f} ms</translation>
    </message>
</context>
<context>
    <name>SourceTrouble</name>
    <message>
        <source>Another camera is there</source>
        <translation>다른 카메라가 있습니다</translation>
    </message>
    <message>
        <source>Another program has the camera</source>
        <translation>다른 프로그램이 카메라를 사용 중입니다</translation>
    </message>
    <message>
        <source>Choose another source…</source>
        <translation>다른 영상 입력 선택…</translation>
    </message>
    <message>
        <source>Copy the command for it</source>
        <translation>해당 명령 복사</translation>
    </message>
    <message>
        <source>Is it the same camera?</source>
        <translation>같은 카메라입니까?</translation>
    </message>
    <message>
        <source>No pictures</source>
        <translation>영상 없음</translation>
    </message>
    <message>
        <source>Open the system&apos;s settings</source>
        <translation>시스템 설정 열기</translation>
    </message>
    <message>
        <source>The camera gives no picture</source>
        <translation>카메라에서 영상이 오지 않습니다</translation>
    </message>
    <message>
        <source>The camera is gone; it is looked for again</source>
        <translation>카메라가 사라져 다시 찾고 있습니다</translation>
    </message>
    <message>
        <source>The camera is not plugged in; it is looked for again</source>
        <translation>카메라가 연결되어 있지 않아 다시 찾고 있습니다</translation>
    </message>
    <message>
        <source>The camera may not be used</source>
        <translation>카메라를 사용할 권한이 없습니다</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Use the demo</source>
        <translation>시연 사용</translation>
    </message>
</context>
<context>
    <name>StartAssistant</name>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Choose the camera that looks at the subject.</source>
        <translation>대상자를 보는 카메라를 선택하세요.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>FaceQA writes the operator&apos;s name to every record.</source>
        <translation>FaceQA는 모든 기록에 운영자의 이름을 남깁니다.</translation>
    </message>
    <message>
        <source>Generated pictures: nobody is present, no UV light.</source>
        <translation>생성된 영상: 실제 사람이 없으며 자외선도 없습니다.</translation>
    </message>
    <message>
        <source>It runs at each start. Software permission is not eye protection: goggles or a shutter stay the primary control.</source>
        <translation>시작할 때마다 실행됩니다. 소프트웨어의 허용은 눈 보호 수단이 아닙니다. 기본적인 보호 수단은 보호 안경 또는 차단막입니다.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>No camera is plugged in. Plug one in, it then appears here by itself; or try FaceQA with the demonstration, which is marked as such everywhere.</source>
        <translation>연결된 카메라가 없습니다. 카메라를 연결하면 여기에 자동으로 나타납니다. 또는 시연으로 FaceQA를 사용해 보세요. 시연은 모든 곳에 표시됩니다.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Ready: the self-test</source>
        <translation>준비: 자체 점검</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Start FaceQA</source>
        <translation>FaceQA 시작</translation>
    </message>
    <message>
        <source>Step 1 of 3: Camera</source>
        <translation>1/3단계: 카메라</translation>
    </message>
    <message>
        <source>Step 2 of 3: Light and distance</source>
        <translation>2/3단계: 빛과 거리</translation>
    </message>
    <message>
        <source>Step 3 of 3: Who works at this station?</source>
        <translation>3/3단계: 이 스테이션에서 누가 일합니까?</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>다시 점검</translation>
    </message>
    <message>
        <source>These are the checks that every capture is asked for.</source>
        <translation>모든 촬영에서 확인하는 점검입니다.</translation>
    </message>
    <message>
        <source>This was chosen before and stays as it is. A supervisor changes it in the window: click on the operator&apos;s name, then “Operators”.</source>
        <translation>이전에 선택한 그대로 유지됩니다. 관리자가 창에서 바꿀 수 있습니다. 운영자 이름을 누른 다음 “운영자”를 선택하세요.</translation>
    </message>
    <message>
        <source>Use the demonstration</source>
        <translation>시연 사용</translation>
    </message>
    <message>
        <source>{name} (virtual: never a live person)</source>
        <translation>{name}(가상: 실제 사람 아님)</translation>
    </message>
</context>
<context>
    <name>StationWindow</name>
    <message>
        <source>Face quality</source>
        <translation>얼굴 품질</translation>
    </message>
    <message>
        <source>FaceQA: DEMONSTRATION, no person is present</source>
        <translation>FaceQA: 시연, 실제 사람 없음</translation>
    </message>
    <message>
        <source>Last 10 seconds</source>
        <translation>최근 10초</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Both eyes closed</source>
        <translation>두 눈 감음</translation>
    </message>
    <message>
        <source>Clear face</source>
        <translation>선명한 얼굴</translation>
    </message>
    <message>
        <source>Explanation checked</source>
        <translation>설명 확인</translation>
    </message>
    <message>
        <source>Steps. {}</source>
        <translation>단계. {}</translation>
    </message>
    <message>
        <source>UV capture</source>
        <translation>UV 촬영</translation>
    </message>
    <message>
        <source>current</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>남음</translation>
    </message>
</context>
<context>
    <name>SubjectWindow</name>
    <message>
        <source>FaceQA: for the subject</source>
        <translation>FaceQA: 대상자용</translation>
    </message>
</context>
<context>
    <name>SupervisorDialog</name>
    <message>
        <source>A supervisor must allow to {}</source>
        <translation>관리자 허용 필요: {}</translation>
    </message>
    <message>
        <source>Allow once</source>
        <translation>한 번 허용</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Supervisor&apos;s name</source>
        <translation>관리자 이름</translation>
    </message>
    <message>
        <source>This once, for whoever works here. The supervisor&apos;s name is written down.</source>
        <translation>현재 사용자에게 이번 한 번만 허용합니다. 관리자의 이름이 기록에 남습니다.</translation>
    </message>
</context>
<context>
    <name>ThresholdPage</name>
    <message>
        <source>Accepted as {}</source>
        <translation>{}(으)로 통과</translation>
    </message>
    <message>
        <source>As it was run</source>
        <translation>실행 당시 값</translation>
    </message>
    <message>
        <source>Choose a threshold on a validation split, and read a test split once.</source>
        <translation>임계값은 검증 분할에서 정하고, 시험 분할은 한 번만 읽으세요.</translation>
    </message>
    <message>
        <source>False accepts</source>
        <translation>잘못된 통과</translation>
    </message>
    <message>
        <source>False accepts and false rejects by threshold</source>
        <translation>임계값에 따른 잘못된 통과와 잘못된 거부</translation>
    </message>
    <message>
        <source>False accepts: {}</source>
        <translation>잘못된 통과: {}</translation>
    </message>
    <message>
        <source>False rejects</source>
        <translation>잘못된 거부</translation>
    </message>
    <message>
        <source>False rejects: {}</source>
        <translation>잘못된 거부: {}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Share of the pictures</source>
        <translation>사진의 비율</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>임계값</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Capture {}</source>
        <translation>촬영 {}</translation>
    </message>
    <message>
        <source>not as it was stored</source>
        <translation>저장 당시와 다름</translation>
    </message>
    <message>
        <source>the exposure was not completed</source>
        <translation>노출이 완료되지 않음</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>확인됨</translation>
    </message>
    <message>
        <source>{}: open it</source>
        <translation>{}: 열기</translation>
    </message>
    <message>
        <source>◐ cut short</source>
        <translation>◐ 중단됨</translation>
    </message>
    <message>
        <source>✓ verified</source>
        <translation>✓ 확인됨</translation>
    </message>
    <message>
        <source>✕ damaged</source>
        <translation>✕ 손상됨</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Menu of the station</source>
        <translation>스테이션 메뉴</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운영자</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>대상자</translation>
    </message>
    <message>
        <source>Subject number</source>
        <translation>대상자 번호</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>View: theme, language, marks and sound</source>
        <translation>보기: 테마, 언어, 표시, 소리</translation>
    </message>
</context>
<context>
    <name>TopSuperpixels</name>
    <message>
        <source>Top parts</source>
        <translation>상위 부분</translation>
    </message>
    <message>
        <source>Top superpixels</source>
        <translation>상위 슈퍼픽셀</translation>
    </message>
    <message>
        <source>by weight</source>
        <translation>가중치순</translation>
    </message>
</context>
<context>
    <name>TrainingSetup</name>
    <message>
        <source>Age group (for audits only)</source>
        <translation>연령대(감사 전용)</translation>
    </message>
    <message>
        <source>As Gurjar et al. 2024: MobileNet, head only</source>
        <translation>Gurjar 등 2024: MobileNet, 헤드만</translation>
    </message>
    <message>
        <source>As Hung et al.: ResNet50, 14 layers fixed</source>
        <translation>Hung 등: ResNet50, 14개 층 고정</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Face quality</source>
        <translation>얼굴 품질</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>파일…</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>Folder or list</source>
        <translation>폴더 또는 목록</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Gender (for audits only)</source>
        <translation>성별(감사 전용)</translation>
    </message>
    <message>
        <source>Go on with an unfinished run</source>
        <translation>끝나지 않은 실행을 이어서 진행</translation>
    </message>
    <message>
        <source>ImageNet weights, without top</source>
        <translation>ImageNet 가중치(최상층 제외)</translation>
    </message>
    <message>
        <source>Lists (*.csv)</source>
        <translation>목록 (*.csv)</translation>
    </message>
    <message>
        <source>List…</source>
        <translation>목록…</translation>
    </message>
    <message>
        <source>MobileNet, fine-tuned</source>
        <translation>MobileNet, 미세 조정</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>모델 폴더</translation>
    </message>
    <message>
        <source>New or empty folder</source>
        <translation>새 폴더 또는 빈 폴더</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Race (for audits only)</source>
        <translation>인종(감사 전용)</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>학습 방법</translation>
    </message>
    <message>
        <source>ResNet50, fine-tuned</source>
        <translation>ResNet50, 미세 조정</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Simple CNN, from scratch</source>
        <translation>단순 CNN, 처음부터</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>과제</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Weights (*.h5)</source>
        <translation>가중치 (*.h5)</translation>
    </message>
    <message>
        <source>What to learn</source>
        <translation>학습 대상</translation>
    </message>
    <message>
        <source>as the recipe</source>
        <translation>학습 방법대로</translation>
    </message>
</context>
<context>
    <name>TrainingWindow</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation>끝내는 중…</translation>
    </message>
    <message>
        <source>FaceQA lab: train a model</source>
        <translation>FaceQA 랩: 모델 학습</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>학습 진행률</translation>
    </message>
    <message>
        <source>Reading the pictures…</source>
        <translation>사진을 읽는 중…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>The run can go on later from its last whole epoch.</source>
        <translation>나중에 마지막으로 끝난 에포크부터 이어서 실행할 수 있습니다.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>share of the epochs</source>
        <translation>에포크 진행 비율</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>{done} of at most {total} steps</source>
        <translation>최대 {total}단계 중 {done}단계</translation>
    </message>
    <message numerus="yes">
        <source>✓ {folder}: validation accuracy {share} after %n epoch(s)</source>
        <translation>
            <numerusform>✓ {folder}: %n 에포크 후 검증 정확도 {share}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UvButton</name>
    <message>
        <source>Capturing…</source>
        <translation>촬영 중…</translation>
    </message>
    <message>
        <source>UV capture</source>
        <translation>UV 촬영</translation>
    </message>
    <message>
        <source>a camera (no real light on recordings)</source>
        <translation>카메라(녹화 영상에는 실제 빛을 쓰지 않음)</translation>
    </message>
    <message>
        <source>a fresh picture</source>
        <translation>새 영상</translation>
    </message>
    <message>
        <source>a new permission</source>
        <translation>새 허용</translation>
    </message>
    <message>
        <source>a stronger explanation (“Explain now”)</source>
        <translation>더 확실한 설명(“지금 설명”)</translation>
    </message>
    <message>
        <source>both eyes closed</source>
        <translation>두 눈 감음</translation>
    </message>
    <message>
        <source>clear face</source>
        <translation>선명한 얼굴</translation>
    </message>
    <message>
        <source>explanation</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>eyes seen open once</source>
        <translation>뜬 눈 한 번 확인</translation>
    </message>
    <message>
        <source>hold still</source>
        <translation>움직이지 않기</translation>
    </message>
    <message>
        <source>keep still, both eyes stay closed</source>
        <translation>움직이지 말고 두 눈을 감은 채로 있으세요</translation>
    </message>
    <message>
        <source>ready: press here, F9 or the foot pedal</source>
        <translation>준비됨: 여기, F9 또는 발판을 누르세요</translation>
    </message>
    <message>
        <source>room to store</source>
        <translation>저장 공간</translation>
    </message>
    <message>
        <source>somebody to sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>the UV camera</source>
        <translation>UV 카메라</translation>
    </message>
    <message>
        <source>the UV device</source>
        <translation>UV 장치</translation>
    </message>
    <message>
        <source>the computer to wake up</source>
        <translation>컴퓨터 절전 해제</translation>
    </message>
    <message>
        <source>the dose limit (subject or settings)</source>
        <translation>조사량 한도(대상자 또는 설정)</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>the running capture</source>
        <translation>진행 중인 촬영</translation>
    </message>
    <message>
        <source>the screen to be unlocked</source>
        <translation>화면 잠금 해제</translation>
    </message>
    <message>
        <source>the self-test (Help, “Self-test”)</source>
        <translation>자체 점검(도움말, “자체 점검”)</translation>
    </message>
    <message>
        <source>the window to answer</source>
        <translation>창의 응답</translation>
    </message>
    <message>
        <source>this window in front</source>
        <translation>이 창을 맨 앞으로</translation>
    </message>
    <message>
        <source>waiting: {}</source>
        <translation>대기: {}</translation>
    </message>
    <message>
        <source>your acknowledgement below</source>
        <translation>아래 알림 확인</translation>
    </message>
    <message>
        <source>{} (simulated, no light)</source>
        <translation>{}(시뮬레이션, 빛 없음)</translation>
    </message>
</context>
<context>
    <name>UvFoot</name>
    <message>
        <source>Found: {}</source>
        <translation>판정: {}</translation>
    </message>
    <message>
        <source>Goggles or a shutter remain the primary eye protection. F9 or foot pedal.</source>
        <translation>기본적인 눈 보호 수단은 보호 안경 또는 차단막입니다. F9 또는 발판.</translation>
    </message>
    <message>
        <source>Overruled: {}</source>
        <translation>무효로 한 판정: {}</translation>
    </message>
    <message>
        <source>Overrule…</source>
        <translation>무효로 하기…</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>철회</translation>
    </message>
    <message>
        <source>{} J/m² per capture · {} of {} J/m² in 24 h</source>
        <translation>촬영당 {} J/m² · 24시간 {} / {} J/m²</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>altered</source>
        <translation>변조됨</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>그 밖에 {}건</translation>
    </message>
    <message>
        <source>does not belong there</source>
        <translation>있어서는 안 되는 항목</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>옮겨짐</translation>
    </message>
    <message>
        <source>not complete</source>
        <translation>불완전</translation>
    </message>
    <message>
        <source>the whole store</source>
        <translation>전체 저장소</translation>
    </message>
    <message>
        <source>this capture</source>
        <translation>이 촬영</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>✓ Verified at {when}: {what} is as it was stored.</source>
        <translation>✓ {when} 확인: {what}은(는) 저장 당시 그대로입니다.</translation>
    </message>
    <message numerus="yes">
        <source>✕ %n problem(s) in {what}, found at {when}</source>
        <translation>
            <numerusform>✕ {what}에서 문제 %n건 발견({when})</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_RowPainter</name>
    <message>
        <source>not named</source>
        <translation>이름 없음</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source> (no light emitted)</source>
        <translation> (빛이 나오지 않음)</translation>
    </message>
    <message>
        <source>, {} exact</source>
        <translation>, 정확 계산 {}개</translation>
    </message>
    <message>
        <source>Beside the frame</source>
        <translation>프레임과의 시차</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>두 눈</translation>
    </message>
    <message>
        <source>By</source>
        <translation>처리한 사람</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>촬영</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>촬영 시각</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>조사량</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>의심되는 점</translation>
    </message>
    <message>
        <source>Evidence inside the face</source>
        <translation>얼굴 안의 근거</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>노출</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>눈</translation>
    </message>
    <message>
        <source>FaceQA</source>
        <translation>FaceQA</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Fit (R²)</source>
        <translation>적합도(R²)</translation>
    </message>
    <message>
        <source>Grad-CAM and LIME agree</source>
        <translation>Grad-CAM과 LIME의 일치</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>식별자</translation>
    </message>
    <message>
        <source>Lamp</source>
        <translation>램프</translation>
    </message>
    <message>
        <source>Left in the picture</source>
        <translation>영상의 왼쪽 눈</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>신호등</translation>
    </message>
    <message>
        <source>Lit for</source>
        <translation>켜진 시간</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>매니페스트</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Of the class</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운영자</translation>
    </message>
    <message>
        <source>Overruled</source>
        <translation>무효로 한 판정</translation>
    </message>
    <message>
        <source>Overruling</source>
        <translation>판정 무효</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>허용</translation>
    </message>
    <message>
        <source>Planned dose</source>
        <translation>예정 조사량</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Right in the picture</source>
        <translation>영상의 오른쪽 눈</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>실행 엔진</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Settings that were not at their default</source>
        <translation>기본값이 아니었던 설정</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>영상 입력</translation>
    </message>
    <message>
        <source>Stable under resampling</source>
        <translation>재표본 안정성</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>대상자</translation>
    </message>
    <message>
        <source>UV camera</source>
        <translation>UV 카메라</translation>
    </message>
    <message>
        <source>UV light</source>
        <translation>자외선</translation>
    </message>
    <message>
        <source>Why it was allowed</source>
        <translation>허용된 이유</translation>
    </message>
    <message>
        <source>frame {}</source>
        <translation>프레임 {}</translation>
    </message>
    <message>
        <source>named by the model</source>
        <translation>모델이 정한 값</translation>
    </message>
    <message>
        <source>named in the settings</source>
        <translation>설정에서 정한 값</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>not kept in a record of version 1</source>
        <translation>버전 1 기록에는 남지 않음</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>overruled</source>
        <translation>무효로 함</translation>
    </message>
    <message>
        <source>sha256</source>
        <translation>sha256</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>{:.3f} s</source>
        <translation>{:.3f}초</translation>
    </message>
    <message>
        <source>{}, closed with {:.1f} %</source>
        <translation>{}, 감았을 확률 {:.1f} %</translation>
    </message>
    <message>
        <source>{}…, used {:.0f} ms after it was given</source>
        <translation>{}…, 허용 후 {:.0f} ms에 사용</translation>
    </message>
    <message>
        <source>– not assessed</source>
        <translation>– 판정하지 않음</translation>
    </message>
    <message>
        <source>▲ not known: stored before it ended</source>
        <translation>▲ 알 수 없음: 끝나기 전에 저장됨</translation>
    </message>
    <message>
        <source>◐ not completed</source>
        <translation>◐ 완료되지 않음</translation>
    </message>
    <message>
        <source>✓ completed</source>
        <translation>✓ 완료</translation>
    </message>
    <message>
        <source>✓ passed</source>
        <translation>✓ 통과</translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation>✕ 실패</translation>
    </message>
</context>
<context>
    <name>records</name>
    <message>
        <source>Both eyes closed</source>
        <translation>두 눈 감음</translation>
    </message>
    <message>
        <source>Bright enough</source>
        <translation>충분한 밝기</translation>
    </message>
    <message>
        <source>Face position</source>
        <translation>얼굴 위치</translation>
    </message>
    <message>
        <source>Face shown</source>
        <translation>얼굴 보임</translation>
    </message>
    <message>
        <source>Face size</source>
        <translation>얼굴 크기</translation>
    </message>
    <message>
        <source>In focus</source>
        <translation>초점</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>실시간 영상</translation>
    </message>
    <message>
        <source>Model sound</source>
        <translation>모델 정상</translation>
    </message>
    <message>
        <source>No eyeglasses</source>
        <translation>안경 없음</translation>
    </message>
    <message>
        <source>No glare</source>
        <translation>눈부심 없음</translation>
    </message>
    <message>
        <source>No light behind</source>
        <translation>역광 없음</translation>
    </message>
    <message>
        <source>Not black</source>
        <translation>검지 않음</translation>
    </message>
    <message>
        <source>Not saturated</source>
        <translation>포화되지 않음</translation>
    </message>
    <message>
        <source>Not stale</source>
        <translation>오래되지 않음</translation>
    </message>
    <message>
        <source>One face</source>
        <translation>얼굴 하나</translation>
    </message>
    <message>
        <source>Picture shown</source>
        <translation>영상 있음</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>Sharp</source>
        <translation>선명함</translation>
    </message>
    <message>
        <source>Uncovered</source>
        <translation>가려지지 않음</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>알림 확인</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>노랑</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>흐림</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>capture adopted</source>
        <translation>촬영 편입</translation>
    </message>
    <message>
        <source>capture begun</source>
        <translation>촬영 시작</translation>
    </message>
    <message>
        <source>capture recovered</source>
        <translation>촬영 복구</translation>
    </message>
    <message>
        <source>capture stored</source>
        <translation>촬영 저장</translation>
    </message>
    <message>
        <source>capture withdrawn</source>
        <translation>촬영 철회</translation>
    </message>
    <message>
        <source>captures</source>
        <translation>촬영</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>demonstration</source>
        <translation>시연</translation>
    </message>
    <message>
        <source>disagreement</source>
        <translation>불일치</translation>
    </message>
    <message>
        <source>dose (J/m²)</source>
        <translation>조사량(J/m²)</translation>
    </message>
    <message>
        <source>explanation</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>eyes not found</source>
        <translation>눈을 찾지 못함</translation>
    </message>
    <message>
        <source>face too small</source>
        <translation>얼굴이 너무 작음</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>lamp</source>
        <translation>램프</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>light</source>
        <translation>신호등</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>잠금</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>매니페스트</translation>
    </message>
    <message>
        <source>model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>model imported</source>
        <translation>모델 가져옴</translation>
    </message>
    <message>
        <source>model loaded</source>
        <translation>모델 불러옴</translation>
    </message>
    <message>
        <source>model refused</source>
        <translation>모델 거부</translation>
    </message>
    <message>
        <source>model removed</source>
        <translation>모델 삭제</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>근거 없음</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>얼굴 없음</translation>
    </message>
    <message>
        <source>not certain</source>
        <translation>확실하지 않음</translation>
    </message>
    <message>
        <source>not looked for</source>
        <translation>찾지 않음</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>operators changed</source>
        <translation>운영자 변경</translation>
    </message>
    <message>
        <source>outside the face</source>
        <translation>얼굴 밖</translation>
    </message>
    <message>
        <source>overruled</source>
        <translation>판정 무효</translation>
    </message>
    <message>
        <source>overruled checks</source>
        <translation>무효로 한 점검</translation>
    </message>
    <message>
        <source>overruling withdrawn</source>
        <translation>판정 무효 철회</translation>
    </message>
    <message>
        <source>permission</source>
        <translation>허용</translation>
    </message>
    <message>
        <source>planned dose (J/m²)</source>
        <translation>예정 조사량(J/m²)</translation>
    </message>
    <message>
        <source>poor fit</source>
        <translation>낮은 적합도</translation>
    </message>
    <message>
        <source>press refused</source>
        <translation>버튼 거부</translation>
    </message>
    <message>
        <source>purged</source>
        <translation>영구 삭제</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>receiver</source>
        <translation>수신처</translation>
    </message>
    <message>
        <source>red</source>
        <translation>빨강</translation>
    </message>
    <message>
        <source>right refused</source>
        <translation>권한 거부</translation>
    </message>
    <message>
        <source>role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>self-tested</source>
        <translation>자체 점검</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>전송</translation>
    </message>
    <message>
        <source>sent in part</source>
        <translation>일부 전송</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>settings changed</source>
        <translation>설정 변경</translation>
    </message>
    <message>
        <source>settings found changed</source>
        <translation>외부 설정 변경 발견</translation>
    </message>
    <message>
        <source>several faces</source>
        <translation>여러 얼굴</translation>
    </message>
    <message>
        <source>sha256</source>
        <translation>sha256</translation>
    </message>
    <message>
        <source>sign-in refused</source>
        <translation>로그인 거부</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>시뮬레이션</translation>
    </message>
    <message>
        <source>started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>still pictures</source>
        <translation>정지 사진</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>stream</source>
        <translation>스트림</translation>
    </message>
    <message>
        <source>too bright</source>
        <translation>너무 밝음</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>너무 어두움</translation>
    </message>
    <message>
        <source>too little contrast</source>
        <translation>대비 부족</translation>
    </message>
    <message>
        <source>unstable</source>
        <translation>불안정</translation>
    </message>
    <message>
        <source>video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>virtual camera</source>
        <translation>가상 카메라</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source>* too few pictures to draw a conclusion from.</source>
        <translation>* 사진이 너무 적어 결론을 낼 수 없습니다.</translation>
    </message>
    <message>
        <source>--distribute multiworker needs the variable {cluster_variable} on every machine, such as {cluster_example}.</source>
        <translation>--distribute multiworker에는 모든 컴퓨터에 변수 {cluster_variable}이(가) 필요합니다. 예: {cluster_example}.</translation>
    </message>
    <message>
        <source>0 of {total} (95 %: at most {most:.1%})</source>
        <translation>{total}장 중 0장(95 %: 최대 {most:.1%})</translation>
    </message>
    <message>
        <source>1 pair</source>
        <translation>1쌍</translation>
    </message>
    <message>
        <source>1 picture is</source>
        <translation>사진 1장:</translation>
    </message>
    <message>
        <source>4 to 12 digits; six or more are better: at one try in 15 minutes, four digits are tried out in 104 days, six in 28 years.</source>
        <translation>4~12자리 숫자. 여섯 자리 이상이 더 좋습니다. 15분에 한 번씩 시도하면 네 자리는 104일, 여섯 자리는 28년 만에 모두 시도됩니다.</translation>
    </message>
    <message>
        <source>A PIN has {advice}</source>
        <translation>PIN 조건: {advice}</translation>
    </message>
    <message>
        <source>A capture&apos;s name has 32 digits 0-9 and a-f. “faceqa records list” names them.</source>
        <translation>촬영의 이름은 0-9와 a-f로 된 32자입니다. “faceqa records list”로 확인하세요.</translation>
    </message>
    <message>
        <source>A file of the model unpacks to {unpacked:.0f} GB, which no model of FaceQA does. Take another model.</source>
        <translation>모델의 파일 하나를 풀면 {unpacked:.0f} GB인데, FaceQA의 모델은 그렇게 크지 않습니다. 다른 모델을 쓰세요.</translation>
    </message>
    <message>
        <source>A frame could not be judged</source>
        <translation>영상을 판정할 수 없었습니다</translation>
    </message>
    <message>
        <source>A picture could not be encoded as PNG without change. Nothing was stored; restart the program and capture again.</source>
        <translation>영상을 그대로 PNG로 만들 수 없었습니다. 저장한 것은 없습니다. 프로그램을 다시 시작하고 다시 촬영하세요.</translation>
    </message>
    <message>
        <source>A picture of {shape} {values} values cannot be stored as PNG. Choose another video format.</source>
        <translation>{shape} 크기의 {values} 값 영상은 PNG로 저장할 수 없습니다. 다른 동영상 형식을 고르세요.</translation>
    </message>
    <message>
        <source>A picture passes where its class reaches the threshold and is the most probable. Choose a threshold on a validation split, and read a test split once.</source>
        <translation>사진은 그 분류가 임계값에 이르고 가장 가능성이 높을 때 통과합니다. 임계값은 검증 분할에서 정하고 시험 분할은 한 번만 보세요.</translation>
    </message>
    <message>
        <source>A {label} {probability:.2f}</source>
        <translation>A {label} {probability:.2f}</translation>
    </message>
    <message>
        <source>A {one}, B {two} [{low:+.3f} to {high:+.3f}]</source>
        <translation>A {one}, B {two} [{low:+.3f}~{high:+.3f}]</translation>
    </message>
    <message>
        <source>About FaceQA…</source>
        <translation>FaceQA 정보…</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>Accepted as {label}</source>
        <translation>{label}(으)로 통과</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Accuracy, B minus A</source>
        <translation>정확도, B 빼기 A</translation>
    </message>
    <message>
        <source>Acknowledge the notice</source>
        <translation>알림 확인</translation>
    </message>
    <message>
        <source>All {count} pictures of the split “{name}” in {root} are missing. Bring them back.</source>
        <translation>{root}에서 “{name}” 분할의 사진 {count}장이 모두 없습니다. 사진을 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>An AE title has 1 to 16 plain letters, digits and signs, and no backslash. Ask who looks after the archive for it.</source>
        <translation>AE 제목은 영문자, 숫자, 기호 1~16자이며 백슬래시는 쓸 수 없습니다. 보관 시스템의 담당자에게 물어보세요.</translation>
    </message>
    <message>
        <source>An archive is named AE@host:port, such as PACS@192.168.1.20:104, with a port of 1 to 65535.</source>
        <translation>보관 시스템은 AE@host:port로 지정합니다. 예: PACS@192.168.1.20:104. 포트는 1~65535입니다.</translation>
    </message>
    <message>
        <source>An error inside the program closed the gate. Read the notice below.</source>
        <translation>프로그램 내부 오류로 자외선이 차단되었습니다. 아래 알림을 읽으세요.</translation>
    </message>
    <message>
        <source>An exposure of {duration_seconds:g} s is not allowed. Set more than 0 and at most {most:g} s in the settings.</source>
        <translation>{duration_seconds:g}초 노출은 허용되지 않습니다. 설정에서 0보다 크고 {most:g}초 이하로 정하세요.</translation>
    </message>
    <message>
        <source>An operator&apos;s name has 1 to {most} letters that can be seen. Choose another.</source>
        <translation>운영자 이름은 보이는 글자 1~{most}자입니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>Another FaceQA is changing the list of models {path}. Try again.</source>
        <translation>다른 FaceQA가 모델 목록 {path}을(를) 바꾸고 있습니다. 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Another FaceQA is changing the operators ({lock_file} is held). Try again.</source>
        <translation>다른 FaceQA가 운영자 정보를 바꾸고 있습니다({lock_file} 사용 중). 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Another FaceQA works in the run folder {path}. Wait for it, or give another folder.</source>
        <translation>다른 FaceQA가 실행 폴더 {path}에서 작업하고 있습니다. 끝나기를 기다리거나 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>Asks for UV light; the large button says what it waits for.</source>
        <translation>자외선을 요청합니다. 큰 단추에 기다리는 이유가 나옵니다.</translation>
    </message>
    <message>
        <source>B {label} {probability:.2f}</source>
        <translation>B {label} {probability:.2f}</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>흑인</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>흐림</translation>
    </message>
    <message>
        <source>Both eyes are closed. Stay like this for a moment.</source>
        <translation>두 눈이 감겨 있습니다. 잠시 그대로 계세요.</translation>
    </message>
    <message>
        <source>Both eyes must be seen open once before closed eyes are believed.</source>
        <translation>감은 눈을 인정하려면 먼저 두 눈을 뜬 모습이 한 번 보여야 합니다.</translation>
    </message>
    <message>
        <source>By class (difference: B minus A, 95 % interval)</source>
        <translation>분류별(차이: B 빼기 A, 95 % 구간)</translation>
    </message>
    <message>
        <source>By {columns} (difference: B minus A)</source>
        <translation>{columns}별(차이: B 빼기 A)</translation>
    </message>
    <message>
        <source>By {column}</source>
        <translation>{column}별</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>보정 오차</translation>
    </message>
    <message>
        <source>Camera {which}</source>
        <translation>카메라 {which}</translation>
    </message>
    <message>
        <source>Cameras and other sources</source>
        <translation>카메라와 다른 영상 입력</translation>
    </message>
    <message>
        <source>Cancel the explanation</source>
        <translation>설명 취소</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>취소되었습니다.</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>메모리를 할당할 수 없습니다</translation>
    </message>
    <message>
        <source>Captures and records</source>
        <translation>촬영과 기록</translation>
    </message>
    <message>
        <source>Captures cannot be stored</source>
        <translation>촬영을 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>Captures…</source>
        <translation>촬영 목록…</translation>
    </message>
    <message>
        <source>Change PIN…</source>
        <translation>PIN 바꾸기…</translation>
    </message>
    <message>
        <source>Check its cable and power.</source>
        <translation>케이블과 전원을 확인하세요.</translation>
    </message>
    <message>
        <source>Checks a model file and puts it on this station&apos;s list.</source>
        <translation>모델 파일을 검사하고 이 스테이션의 목록에 넣습니다.</translation>
    </message>
    <message>
        <source>Choose a source</source>
        <translation>영상 입력 고르기</translation>
    </message>
    <message>
        <source>Choose a source above, at the right.</source>
        <translation>오른쪽 위에서 영상 입력을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose the file of a packed model.</source>
        <translation>묶은 모델의 파일을 고르세요.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Clear face, both eyes closed</source>
        <translation>얼굴이 또렷하고 두 눈이 감겨 있습니다</translation>
    </message>
    <message>
        <source>Close FaceQA and start it again.</source>
        <translation>FaceQA를 닫고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>감음</translation>
    </message>
    <message>
        <source>Closed eyes recognised</source>
        <translation>감은 눈을 알아봄</translation>
    </message>
    <message>
        <source>Come closer</source>
        <translation>더 가까이 오세요</translation>
    </message>
    <message>
        <source>Connecting to the UV lamp on {port}. This takes a few seconds.</source>
        <translation>{port}의 UV 램프에 연결하고 있습니다. 몇 초 걸립니다.</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>연결이 거부되었습니다</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>연결 시간이 초과되었습니다</translation>
    </message>
    <message>
        <source>Copy it again, or pack the model folder again with “faceqa model pack”.</source>
        <translation>다시 복사하거나 “faceqa model pack”으로 모델 폴더를 다시 묶으세요.</translation>
    </message>
    <message>
        <source>Covered face</source>
        <translation>가려진 얼굴</translation>
    </message>
    <message>
        <source>Covers the window while you are away; a lit lamp goes off.</source>
        <translation>자리를 비우는 동안 창을 가립니다. 켜진 램프는 꺼집니다.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Dask is not installed here, which --scheduler needs. Install FaceQA with its extra “cluster”, or leave out --scheduler.</source>
        <translation>--scheduler에 필요한 Dask가 여기에 설치되어 있지 않습니다. 추가 구성 요소 “cluster”와 함께 FaceQA를 설치하거나 --scheduler를 빼세요.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>Demo subject (generated, not a person present)</source>
        <translation>시연 대상자(생성됨, 실제 사람 아님)</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>장치나 자원이 사용 중입니다</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>폴더가 비어 있지 않습니다</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>디스크 할당량을 넘었습니다</translation>
    </message>
    <message>
        <source>Done. You may open your eyes.</source>
        <translation>끝났습니다. 눈을 뜨셔도 됩니다.</translation>
    </message>
    <message>
        <source>Done: you may open your eyes</source>
        <translation>끝났습니다. 눈을 떠도 됩니다</translation>
    </message>
    <message>
        <source>Draws a box around the face that was found.</source>
        <translation>찾은 얼굴에 네모를 그립니다.</translation>
    </message>
    <message>
        <source>East Asian</source>
        <translation>동아시아인</translation>
    </message>
    <message>
        <source>East asian</source>
        <translation>동아시아인</translation>
    </message>
    <message>
        <source>Ends your session, so that somebody else can sign in.</source>
        <translation>다른 사람이 로그인할 수 있게 사용을 마칩니다.</translation>
    </message>
    <message>
        <source>Explain now</source>
        <translation>지금 설명하기</translation>
    </message>
    <message>
        <source>Explains the newest picture once more.</source>
        <translation>가장 새로운 영상을 다시 설명합니다.</translation>
    </message>
    <message>
        <source>Eyeglasses</source>
        <translation>안경</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>F1 score</source>
        <translation>F1 점수</translation>
    </message>
    <message>
        <source>Face the camera</source>
        <translation>카메라를 똑바로 보세요</translation>
    </message>
    <message>
        <source>FaceQA is already running on {folder}. Close the other window first, or set FACEQA_HOME to another folder.</source>
        <translation>{folder}에서 FaceQA가 이미 실행 중입니다. 먼저 다른 창을 닫거나 FACEQA_HOME을 다른 폴더로 지정하세요.</translation>
    </message>
    <message>
        <source>False accepts</source>
        <translation>잘못된 통과</translation>
    </message>
    <message>
        <source>False accepts: not good, passes as good</source>
        <translation>잘못된 통과: 양호하지 않은데 양호로 통과</translation>
    </message>
    <message>
        <source>False rejects</source>
        <translation>잘못된 거부</translation>
    </message>
    <message>
        <source>False rejects: good, refused</source>
        <translation>잘못된 거부: 양호한데 거부됨</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>여성</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>파일이 이미 있습니다</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>파일 이름이 너무 깁니다</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>파일이 너무 큽니다</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Findings cannot be overruled here; the settings forbid it.</source>
        <translation>여기서는 판정을 무효로 할 수 없습니다. 설정에서 금지되어 있습니다.</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>격차</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>준비 중입니다</translation>
    </message>
    <message>
        <source>Give a supervisor&apos;s name and PIN.</source>
        <translation>관리자의 이름과 PIN을 입력하세요.</translation>
    </message>
    <message>
        <source>Give your name and your PIN.</source>
        <translation>이름과 PIN을 입력하세요.</translation>
    </message>
    <message>
        <source>Gives you another PIN.</source>
        <translation>PIN을 새로 정합니다.</translation>
    </message>
    <message>
        <source>Glasses hide the skin and the eyes behind them.</source>
        <translation>안경이 피부와 눈을 가립니다.</translation>
    </message>
    <message>
        <source>Goes through camera, room and operators once more, as at the first start.</source>
        <translation>처음 시작할 때처럼 카메라, 방, 운영자를 한 번 더 살펴봅니다.</translation>
    </message>
    <message>
        <source>Goes to the subject field, to write who sits there now.</source>
        <translation>대상자 칸으로 가서 지금 앉은 사람을 적습니다.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>양호</translation>
    </message>
    <message>
        <source>Haar alone, as in the paper&apos;s Fig. 6b</source>
        <translation>Haar만, 논문의 그림 6b처럼</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Helps the same subject to sit as they did at their last capture.</source>
        <translation>같은 대상자가 지난 촬영 때처럼 앉도록 돕습니다.</translation>
    </message>
    <message>
        <source>Hidden accepted</source>
        <translation>가려졌는데 통과</translation>
    </message>
    <message>
        <source>Hidden accepted: glasses or covered, passes as good</source>
        <translation>가려졌는데 통과: 안경이나 가려진 얼굴이 양호로 통과</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>움직이지 마세요</translation>
    </message>
    <message>
        <source>Host is down</source>
        <translation>호스트가 꺼져 있습니다</translation>
    </message>
    <message>
        <source>Import a model…</source>
        <translation>모델 가져오기…</translation>
    </message>
    <message>
        <source>In brackets: 95 % bootstrap interval over the pictures. It is a single point where no error was seen; the true rate of errors may still be up to 3 / Pictures.</source>
        <translation>대괄호: 사진에 대한 95 % 부트스트랩 구간. 오류가 보이지 않으면 한 점이 되지만, 실제 오류율은 3 / 사진 수까지 될 수 있습니다.</translation>
    </message>
    <message>
        <source>In brackets: 95 % interval (Wilson) of the pictures behind “/”. * too few pictures: shown, never ranked. – no picture that it could be measured on. Groups are those of the manifest; FaceQA never guesses a person&apos;s group.</source>
        <translation>대괄호: “/” 뒤의 사진에 대한 95 % 구간(Wilson). * 사진이 너무 적어 표시만 하고 순위에는 넣지 않음. – 잴 수 있는 사진이 없음. 집단은 매니페스트에 적힌 것이며 FaceQA는 사람의 집단을 추측하지 않습니다.</translation>
    </message>
    <message>
        <source>Indian</source>
        <translation>인도인</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>입출력 오류입니다</translation>
    </message>
    <message>
        <source>Instructions are only shown, not heard: no loudspeaker was found. Connect one, or mute the sound in the View menu.</source>
        <translation>안내가 화면에만 표시되고 소리로 나오지 않습니다. 스피커를 찾을 수 없습니다. 스피커를 연결하거나 보기 메뉴에서 소리를 끄세요.</translation>
    </message>
    <message>
        <source>Instructions are only shown, not heard: the loudspeaker refused the sound. Check it, or mute the sound in the View menu.</source>
        <translation>안내가 화면에만 표시되고 소리로 나오지 않습니다. 스피커가 소리를 거부했습니다. 스피커를 확인하거나 보기 메뉴에서 소리를 끄세요.</translation>
    </message>
    <message>
        <source>Instructions are only shown, not heard: this computer&apos;s sound cannot be used ({why}). Have it installed, or mute the sound in the View menu.</source>
        <translation>안내가 화면에만 표시되고 소리로 나오지 않습니다. 이 컴퓨터의 소리를 사용할 수 없습니다({why}). 소리 기능을 설치하거나 보기 메뉴에서 소리를 끄세요.</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>폴더입니다</translation>
    </message>
    <message>
        <source>It holds no picture. Restore it from a backup.</source>
        <translation>사진이 들어 있지 않습니다. 백업에서 복원하세요.</translation>
    </message>
    <message>
        <source>It is judged and explained; only a live person gets UV light.</source>
        <translation>판정과 설명은 하지만, 자외선은 실제로 앞에 있는 사람에게만 나옵니다.</translation>
    </message>
    <message>
        <source>It is {now:%Y-%m-%d %H:%M}.</source>
        <translation>지금은 {now}입니다.</translation>
    </message>
    <message>
        <source>It stays as it is; once settings are saved it is kept as {name}.bad beside them.</source>
        <translation>그대로 두었습니다. 설정을 저장하면 옆에 {name}.bad로 보관됩니다.</translation>
    </message>
    <message>
        <source>Judging frames failed inside the program. Restart the program.</source>
        <translation>프로그램 내부에서 영상 판정에 실패했습니다. 프로그램을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Keep your eyes closed</source>
        <translation>눈을 계속 감고 계세요</translation>
    </message>
    <message>
        <source>Keep your eyes closed and hold still.</source>
        <translation>눈을 감은 채 움직이지 마세요.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Lab: judge a model…</source>
        <translation>랩: 모델 평가…</translation>
    </message>
    <message>
        <source>Largest gaps by {column}</source>
        <translation>{column}별 가장 큰 격차</translation>
    </message>
    <message>
        <source>Largest gaps by {column}: none; too few groups can be ranked.</source>
        <translation>{column}별 가장 큰 격차: 없음. 순위를 매길 수 있는 집단이 너무 적습니다.</translation>
    </message>
    <message>
        <source>Latino Hispanic</source>
        <translation>라티노·히스패닉</translation>
    </message>
    <message>
        <source>Latino hispanic</source>
        <translation>라티노·히스패닉</translation>
    </message>
    <message>
        <source>Less light on your face</source>
        <translation>얼굴에 빛이 너무 강합니다</translation>
    </message>
    <message>
        <source>Lets the finding count again.</source>
        <translation>판정이 다시 적용되게 합니다.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Light on</source>
        <translation>빛이 켜졌습니다</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>시스템과 같게</translation>
    </message>
    <message>
        <source>Lists every action with its keys.</source>
        <translation>모든 동작과 그 키를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>모델을 불러오고 있습니다…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>잠그기</translation>
    </message>
    <message>
        <source>Look into the camera</source>
        <translation>카메라를 보세요</translation>
    </message>
    <message>
        <source>Looks dark.</source>
        <translation>어둡게 보입니다.</translation>
    </message>
    <message>
        <source>Looks light or dark as the computer does.</source>
        <translation>컴퓨터를 따라 밝거나 어둡게 보입니다.</translation>
    </message>
    <message>
        <source>Looks light.</source>
        <translation>밝게 보입니다.</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>더 크게</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>최저</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>매크로 F1</translation>
    </message>
    <message>
        <source>Macro F1, B minus A</source>
        <translation>매크로 F1, B 빼기 A</translation>
    </message>
    <message>
        <source>Macro average</source>
        <translation>매크로 평균</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>남성</translation>
    </message>
    <message>
        <source>Mark the face</source>
        <translation>얼굴 표시</translation>
    </message>
    <message>
        <source>McNemar, exact p</source>
        <translation>McNemar, 정확 p값</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Middle Eastern</source>
        <translation>중동인</translation>
    </message>
    <message>
        <source>Middle eastern</source>
        <translation>중동인</translation>
    </message>
    <message>
        <source>MobileNet starts from ImageNet weights: name their file with --weights.</source>
        <translation>MobileNet은 ImageNet 가중치에서 시작합니다. --weights로 그 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>More light on your face</source>
        <translation>얼굴을 더 밝게 비추세요</translation>
    </message>
    <message>
        <source>More than 70</source>
        <translation>70세 초과</translation>
    </message>
    <message>
        <source>More than one camera is called {name}. Choose one of: {choices}.</source>
        <translation>{name}이라는 이름의 카메라가 둘 이상입니다. 하나를 고르세요: {choices}.</translation>
    </message>
    <message>
        <source>More than one face is seen. Only the subject may be in view.</source>
        <translation>얼굴이 둘 이상 보입니다. 대상자만 화면에 나와야 합니다.</translation>
    </message>
    <message>
        <source>Move back a little</source>
        <translation>조금 뒤로 가세요</translation>
    </message>
    <message>
        <source>Move into the oval</source>
        <translation>타원 안으로 들어오세요</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>음소거</translation>
    </message>
    <message>
        <source>Name and PIN do not belong together. The next PIN is looked at in {time}.</source>
        <translation>이름과 PIN이 서로 맞지 않습니다. 다음 PIN은 {time} 뒤에 확인합니다.</translation>
    </message>
    <message>
        <source>Name and PIN do not belong together. Try again.</source>
        <translation>이름과 PIN이 서로 맞지 않습니다. 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Name at least one column to group by.</source>
        <translation>묶을 기준이 되는 열을 하나 이상 지정하세요.</translation>
    </message>
    <message>
        <source>Name the subject that is to be purged.</source>
        <translation>영구 삭제할 대상자를 지정하세요.</translation>
    </message>
    <message>
        <source>Network alone</source>
        <translation>네트워크만</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>네트워크에 닿을 수 없습니다</translation>
    </message>
    <message>
        <source>Newcombe 1998 (paired), method 10</source>
        <translation>Newcombe 1998(대응 표본), 방법 10</translation>
    </message>
    <message>
        <source>Next subject</source>
        <translation>다음 대상자</translation>
    </message>
    <message>
        <source>No Dask scheduler answers at {address}. Start it, or check the address (tcp://host:8786).</source>
        <translation>{address}에서 응답하는 Dask 스케줄러가 없습니다. 시작하거나 주소를 확인하세요(tcp://host:8786).</translation>
    </message>
    <message>
        <source>No UV lamp answers on {name}. Check its power and cable, and the port in the settings.</source>
        <translation>{name}에서 응답하는 UV 램프가 없습니다. 전원과 케이블, 설정의 포트를 확인하세요.</translation>
    </message>
    <message>
        <source>No camera is called {name}. Cameras found: {choices}.</source>
        <translation>{name}이라는 이름의 카메라가 없습니다. 찾은 카메라: {choices}.</translation>
    </message>
    <message>
        <source>No capture is listed.</source>
        <translation>촬영이 없습니다.</translation>
    </message>
    <message>
        <source>No capture was chosen. “faceqa records list” names those that exist.</source>
        <translation>촬영을 고르지 않았습니다. “faceqa records list”로 있는 것을 확인하세요.</translation>
    </message>
    <message>
        <source>No clear face is seen. Sit so that your face fills the oval.</source>
        <translation>얼굴이 또렷이 보이지 않습니다. 얼굴이 타원을 채우도록 앉으세요.</translation>
    </message>
    <message>
        <source>No face was found in {path}.</source>
        <translation>{path}에서 얼굴을 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>No fresh picture</source>
        <translation>새 영상이 없습니다</translation>
    </message>
    <message>
        <source>No imported model is called “{text}”. See “faceqa model list”; the model that came with the program stays.</source>
        <translation>“{text}”이라는 이름의 가져온 모델이 없습니다. “faceqa model list”를 보세요. 프로그램에 들어 있던 모델은 남습니다.</translation>
    </message>
    <message>
        <source>No key file is named. Name one in the settings or with --key-file.</source>
        <translation>키 파일을 지정하지 않았습니다. 설정에서 또는 --key-file로 지정하세요.</translation>
    </message>
    <message>
        <source>No picture in {path} can be read; the first: {why}</source>
        <translation>{path}에 읽을 수 있는 사진이 없습니다. 첫 번째: {why}</translation>
    </message>
    <message>
        <source>No picture in {root} belongs to the split “{name}”. Choose one of: {names}.</source>
        <translation>{root}에 “{name}” 분할의 사진이 없습니다. 다음 중 하나를 고르세요: {names}.</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>아직 영상이 없습니다</translation>
    </message>
    <message>
        <source>No picture. Connect the camera or choose another source above.</source>
        <translation>영상이 없습니다. 카메라를 연결하거나 위에서 다른 영상 입력을 고르세요.</translation>
    </message>
    <message>
        <source>No pictures come. Plug a camera in, or choose another source.</source>
        <translation>영상이 오지 않습니다. 카메라를 꽂거나 다른 영상 입력을 고르세요.</translation>
    </message>
    <message>
        <source>No port is set for the UV lamp. Set one in the settings, then start FaceQA again.</source>
        <translation>UV 램프의 포트를 정하지 않았습니다. 설정에서 정한 뒤 FaceQA를 다시 시작하세요.</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>호스트로 가는 경로가 없습니다</translation>
    </message>
    <message>
        <source>No source is chosen. Choose one at the top of the window.</source>
        <translation>영상 입력을 고르지 않았습니다. 창 위쪽에서 하나를 고르세요.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>장치에 남은 공간이 없습니다</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>그런 장치가 없습니다</translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation>그런 장치나 주소가 없습니다</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>그런 파일이나 폴더가 없습니다</translation>
    </message>
    <message>
        <source>Nobody signs in at this station: it has one local operator. “faceqa operators mode accounts” changes that.</source>
        <translation>이 스테이션에서는 로그인하지 않습니다. 로컬 운영자가 한 명 있습니다. “faceqa operators mode accounts”로 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Nobody works here any more, so nothing was allowed.</source>
        <translation>이제 여기서 일하는 사람이 없어 아무것도 허락되지 않았습니다.</translation>
    </message>
    <message>
        <source>Nobody works here now, so this stays closed. Sign in.</source>
        <translation>지금 사용 중인 사람이 없어 닫혀 있습니다. 로그인하세요.</translation>
    </message>
    <message>
        <source>None of the {count} pictures in {path} can be read. The first one: {why}</source>
        <translation>{path}의 사진 {count}장을 모두 읽을 수 없습니다. 첫 번째: {why}</translation>
    </message>
    <message>
        <source>None of the {count} pictures listed in {source} exists; the first is {first}. Give the folder that the paths in it start from.</source>
        <translation>{source}에 적힌 사진 {count}장이 모두 없습니다. 첫 번째는 {first}입니다. 그 경로가 시작되는 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>폴더가 아닙니다</translation>
    </message>
    <message>
        <source>Not everything in the settings file {path} could be used. The defaults stand in for {places}. {later}</source>
        <translation>설정 파일 {path}의 일부를 쓸 수 없었습니다. 다음은 기본값을 씁니다: {places}. {later}</translation>
    </message>
    <message>
        <source>Nothing can be exported. {why}</source>
        <translation>내보낼 수 있는 것이 없습니다. {why}</translation>
    </message>
    <message>
        <source>Nothing is stored about this subject. Check how the number is written.</source>
        <translation>이 대상자에 대해 저장된 것이 없습니다. 번호가 맞게 적혔는지 확인하세요.</translation>
    </message>
    <message>
        <source>Nothing was overruled: {error}.</source>
        <translation>무효로 한 것이 없습니다: {error}.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot run this model.</source>
        <translation>ONNX Runtime으로 이 모델을 실행할 수 없습니다.</translation>
    </message>
    <message>
        <source>Offers the cameras, files and addresses that can be judged.</source>
        <translation>판정할 수 있는 카메라, 파일, 주소를 보여 줍니다.</translation>
    </message>
    <message>
        <source>One person at a time</source>
        <translation>한 사람씩만 앉으세요</translation>
    </message>
    <message>
        <source>Only a MobileNet v1 can be cut in two. Name such a model.</source>
        <translation>MobileNet v1만 둘로 나눌 수 있습니다. 그런 모델을 지정하세요.</translation>
    </message>
    <message>
        <source>Only a MobileNet v1 can be cut in two. Quantise another model.</source>
        <translation>MobileNet v1만 둘로 나눌 수 있습니다. 다른 모델을 양자화하세요.</translation>
    </message>
    <message>
        <source>Only a supervisor changes who works here. Ask one to do it.</source>
        <translation>여기서 일하는 사람은 관리자만 바꿀 수 있습니다. 관리자에게 부탁하세요.</translation>
    </message>
    <message>
        <source>Only {free:.1f} GB are free in {folder}. Free some space soon.</source>
        <translation>{folder}에 {free:.1f} GB만 남았습니다. 곧 공간을 비우세요.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>뜸</translation>
    </message>
    <message>
        <source>Open eyes called closed</source>
        <translation>뜬 눈을 감았다고 함</translation>
    </message>
    <message>
        <source>Open your eyes for a moment</source>
        <translation>잠시 눈을 뜨세요</translation>
    </message>
    <message>
        <source>OpenVINO cannot run this model.</source>
        <translation>OpenVINO로 이 모델을 실행할 수 없습니다.</translation>
    </message>
    <message>
        <source>Opening the camera…</source>
        <translation>카메라를 열고 있습니다…</translation>
    </message>
    <message>
        <source>Opens the lab, where models are judged on many pictures.</source>
        <translation>많은 사진으로 모델을 평가하는 랩을 엽니다.</translation>
    </message>
    <message>
        <source>Opens the page for what is in front of you.</source>
        <translation>지금 보고 있는 화면의 도움말을 엽니다.</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>허용되지 않은 작업입니다</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운영자</translation>
    </message>
    <message>
        <source>Operators and rights</source>
        <translation>운영자와 권한</translation>
    </message>
    <message>
        <source>Operators sign in at this station. Give name and PIN.</source>
        <translation>이 스테이션은 운영자가 로그인합니다. 이름과 PIN을 입력하세요.</translation>
    </message>
    <message>
        <source>Operators sign in here already. Add the new one to them.</source>
        <translation>여기서는 이미 운영자가 로그인합니다. 새 운영자를 그들에 추가하세요.</translation>
    </message>
    <message>
        <source>Operators…</source>
        <translation>운영자 관리…</translation>
    </message>
    <message>
        <source>Overrule a finding…</source>
        <translation>판정 무효화…</translation>
    </message>
    <message>
        <source>Overrules a finding about the face, with a written reason.</source>
        <translation>이유를 적고 얼굴에 대한 판정을 무효로 합니다.</translation>
    </message>
    <message>
        <source>Pack the model folder with “faceqa model pack” and import the packed file.</source>
        <translation>“faceqa model pack”으로 모델 폴더를 묶고 묶은 파일을 가져오세요.</translation>
    </message>
    <message>
        <source>Parts of the face are glaring white. Dim or move the lamp.</source>
        <translation>얼굴 일부가 하얗게 번쩍입니다. 조명을 어둡게 하거나 옮기세요.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>권한이 거부되었습니다</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Pictures come, but each is judged too late. Close other programs.</source>
        <translation>영상은 오지만 판정이 너무 늦습니다. 다른 프로그램을 닫으세요.</translation>
    </message>
    <message>
        <source>Pictures: {name}</source>
        <translation>사진: {name}</translation>
    </message>
    <message>
        <source>Plays no tones and speaks no instructions.</source>
        <translation>소리도 음성 안내도 내지 않습니다.</translation>
    </message>
    <message>
        <source>Please close both eyes</source>
        <translation>두 눈을 감아 주세요</translation>
    </message>
    <message>
        <source>Please close both eyes.</source>
        <translation>두 눈을 감아 주세요.</translation>
    </message>
    <message>
        <source>Please come closer.</source>
        <translation>가까이 와 주세요.</translation>
    </message>
    <message>
        <source>Please hold still.</source>
        <translation>움직이지 마세요.</translation>
    </message>
    <message>
        <source>Please move back a little.</source>
        <translation>조금 뒤로 가 주세요.</translation>
    </message>
    <message>
        <source>Please open your eyes.</source>
        <translation>눈을 떠 주세요.</translation>
    </message>
    <message>
        <source>Please wait for the operator</source>
        <translation>운영자를 기다려 주세요</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Precision of {label}</source>
        <translation>{label} 정밀도</translation>
    </message>
    <message>
        <source>Precision, recall and F1 score</source>
        <translation>정밀도, 재현율, F1 점수</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>더 작게</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>읽기 전용 파일 시스템입니다</translation>
    </message>
    <message>
        <source>Reading the camera failed inside the program. Restart the program.</source>
        <translation>프로그램 안에서 카메라를 읽지 못했습니다. 프로그램을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>Recall of {label}</source>
        <translation>{label} 재현율</translation>
    </message>
    <message>
        <source>Run it again with the folder {folder} to go on.</source>
        <translation>이어서 하려면 {folder} 폴더로 다시 실행하세요.</translation>
    </message>
    <message>
        <source>Safe start after two crashes in a row: no source, default settings, simulated lamp. Your settings file is kept. Choose a source; if it runs, close FaceQA and start it again.</source>
        <translation>두 번 연속 비정상 종료되어 안전 모드로 시작했습니다. 영상 입력 없음, 기본 설정, 시뮬레이션 램프입니다. 설정 파일은 그대로 있습니다. 영상 입력을 선택해 잘 동작하면 FaceQA를 닫고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>안전</translation>
    </message>
    <message>
        <source>Same answer</source>
        <translation>같은 답</translation>
    </message>
    <message>
        <source>Says that you have read the notice below.</source>
        <translation>아래 알림을 읽었음을 알립니다.</translation>
    </message>
    <message>
        <source>Self-test…</source>
        <translation>자체 점검…</translation>
    </message>
    <message>
        <source>Set up again…</source>
        <translation>처음 설정 다시…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Several imported models are called “{text}”: {names}. Name one by these digits.</source>
        <translation>“{text}”이라는 이름의 가져온 모델이 여럿입니다: {names}. 이 숫자로 하나를 지정하세요.</translation>
    </message>
    <message>
        <source>Show the last capture faintly</source>
        <translation>지난 촬영을 흐리게 보이기</translation>
    </message>
    <message>
        <source>Shows and changes who works here.</source>
        <translation>여기서 일하는 사람을 보고 바꿉니다.</translation>
    </message>
    <message>
        <source>Shows every setting with its meaning and default.</source>
        <translation>모든 설정의 뜻과 기본값을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Shows how camera, models, disk, lamp and clock were found, and tests again.</source>
        <translation>카메라, 모델, 디스크, 램프, 시계의 상태를 보이고 다시 점검합니다.</translation>
    </message>
    <message>
        <source>Shows the subject themselves, the oval and the instruction in large print.</source>
        <translation>대상자의 모습과 타원, 큰 글씨의 안내를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Shows versions, licences and checksums, and copies diagnostics.</source>
        <translation>버전, 라이선스, 체크섬을 표시하고 진단 정보를 복사합니다.</translation>
    </message>
    <message>
        <source>Shows, verifies and exports what was captured.</source>
        <translation>촬영한 것을 보고 검증하고 내보냅니다.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>Simulated UV lamp (emits no light)</source>
        <translation>시뮬레이션 UV 램프(빛을 내지 않음)</translation>
    </message>
    <message>
        <source>Something covers the face. Take off the mask and lower your hands.</source>
        <translation>무언가가 얼굴을 가리고 있습니다. 마스크를 벗고 손을 내리세요.</translation>
    </message>
    <message>
        <source>Something failed inside the program. UV light stays off until you acknowledge this; restart the program if it comes again.</source>
        <translation>프로그램 안에서 오류가 발생했습니다. 이 알림을 확인할 때까지 자외선은 켜지지 않습니다. 다시 나타나면 프로그램을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Southeast Asian</source>
        <translation>동남아시아인</translation>
    </message>
    <message>
        <source>Southeast asian</source>
        <translation>동남아시아인</translation>
    </message>
    <message>
        <source>Speaks English.</source>
        <translation>영어로 보입니다.</translation>
    </message>
    <message>
        <source>Speaks Korean.</source>
        <translation>한국어로 보입니다.</translation>
    </message>
    <message>
        <source>Speaks the computer&apos;s language where it can.</source>
        <translation>가능하면 컴퓨터의 언어를 씁니다.</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>파일 핸들이 오래되었습니다</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>스테이션</translation>
    </message>
    <message>
        <source>Stay like this until you are told that it is over.</source>
        <translation>끝났다는 안내가 나올 때까지 그대로 계세요.</translation>
    </message>
    <message>
        <source>Stopped for safety</source>
        <translation>안전을 위해 멈췄습니다</translation>
    </message>
    <message>
        <source>Stops the explanation that is being made.</source>
        <translation>만들고 있는 설명을 멈춥니다.</translation>
    </message>
    <message>
        <source>Switches the lamp off and closes FaceQA.</source>
        <translation>램프를 끄고 FaceQA를 닫습니다.</translation>
    </message>
    <message>
        <source>Take another model, or train this one again.</source>
        <translation>다른 모델을 쓰거나 이 모델을 다시 학습하세요.</translation>
    </message>
    <message>
        <source>Take off your glasses</source>
        <translation>안경을 벗으세요</translation>
    </message>
    <message>
        <source>That PIN is among the first that anybody tries (such as 0000, 1234 or 1212). Choose another, best of six digits or more.</source>
        <translation>누구나 가장 먼저 시도하는 PIN입니다(0000, 1234, 1212 등). 다른 것을 고르세요. 여섯 자리 이상이 가장 좋습니다.</translation>
    </message>
    <message>
        <source>The DICOM files cannot be written</source>
        <translation>DICOM 파일을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The Dask scheduler at {address} has no workers. Start some.</source>
        <translation>{address}의 Dask 스케줄러에 작업자가 없습니다. 작업자를 시작하세요.</translation>
    </message>
    <message>
        <source>The ImageNet weights of {title} cannot be fetched from the network. Fetch their file on another computer and name it with --weights.</source>
        <translation>{title}의 ImageNet 가중치를 네트워크에서 받을 수 없습니다. 다른 컴퓨터에서 파일을 받아 --weights로 지정하세요.</translation>
    </message>
    <message>
        <source>The Keras file does not hold a model that FaceQA may load. Train it again.</source>
        <translation>Keras 파일에 FaceQA가 불러와도 되는 모델이 없습니다. 다시 학습하세요.</translation>
    </message>
    <message>
        <source>The Keras file holds another network than those of “faceqa train”: it needs {needed}×{needed} RGB pictures in, {classes} classes out.</source>
        <translation>Keras 파일의 네트워크가 “faceqa train”의 것과 다릅니다. 입력은 {needed}×{needed} RGB 사진, 출력은 {classes}개 분류여야 합니다.</translation>
    </message>
    <message>
        <source>The UV camera and the source of the visible pictures would be one and the same. Choose another source, or another UV camera in the settings.</source>
        <translation>UV 카메라와 가시광 영상 입력이 같은 것이 됩니다. 다른 영상 입력을 고르거나 설정에서 다른 UV 카메라를 고르세요.</translation>
    </message>
    <message>
        <source>The UV camera does not answer. Unplug it, plug it in again and restart FaceQA.</source>
        <translation>UV 카메라가 응답하지 않습니다. 뺐다가 다시 꽂고 FaceQA를 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The UV camera failed inside the program. Restart the program.</source>
        <translation>UV 카메라가 프로그램 내부에서 실패했습니다. 프로그램을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The UV camera is not ready, so no UV light was released. Try again.</source>
        <translation>UV 카메라가 준비되지 않아 자외선을 내지 않았습니다. 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The UV camera sends a picture every {period:.2g} s, too seldom for an exposure of {exposure_seconds:g} s, so no UV light was released. Set a longer exposure, or choose a faster camera.</source>
        <translation>UV 카메라가 {period:.2g}초마다 영상을 보내는데, {exposure_seconds:g}초 노출에는 너무 드물어 자외선을 내지 않았습니다. 노출을 더 길게 정하거나 더 빠른 카메라를 고르세요.</translation>
    </message>
    <message>
        <source>The UV camera sends the same picture again and again. Unplug it and plug it in again, or choose a camera that shows the present moment.</source>
        <translation>UV 카메라가 같은 영상을 되풀이해서 보냅니다. 뺐다가 다시 꽂거나, 현재 모습을 보이는 카메라를 고르세요.</translation>
    </message>
    <message>
        <source>The UV camera stopped sending pictures. Check its cable.</source>
        <translation>UV 카메라가 영상 전송을 멈췄습니다. 케이블을 확인하세요.</translation>
    </message>
    <message>
        <source>The UV camera took no picture while the light was on. Check its cable and its frame rate before the next capture.</source>
        <translation>빛이 켜진 동안 UV 카메라가 영상을 찍지 못했습니다. 다음 촬영 전에 케이블과 프레임 속도를 확인하세요.</translation>
    </message>
    <message>
        <source>The UV lamp on {name} would stay lit for {seconds:g} s by itself; at most {most:g} s are allowed. Mend its firmware.</source>
        <translation>{name}의 UV 램프는 스스로 {seconds:g}초 동안 켜져 있게 됩니다. {most:g}초까지만 허용됩니다. 펌웨어를 고치세요.</translation>
    </message>
    <message>
        <source>The UV lamp on {port} is closed.</source>
        <translation>{port}의 UV 램프가 닫혔습니다.</translation>
    </message>
    <message>
        <source>The UV lamp on {port} is lost. {hint} FaceQA keeps looking for it.</source>
        <translation>{port}의 UV 램프와 연결이 끊겼습니다. {hint} FaceQA가 계속 찾고 있습니다.</translation>
    </message>
    <message>
        <source>The UV picture is black. Check the UV camera&apos;s lens cap, filter and exposure, and the lamp, before the next capture.</source>
        <translation>UV 영상이 검습니다. 다음 촬영 전에 UV 카메라의 렌즈 덮개, 필터, 노출과 램프를 확인하세요.</translation>
    </message>
    <message>
        <source>The UV picture is too bright to show anything. Lower the UV camera&apos;s gain or exposure time before the next capture.</source>
        <translation>UV 영상이 너무 밝아 아무것도 보이지 않습니다. 다음 촬영 전에 UV 카메라의 게인이나 노출 시간을 줄이세요.</translation>
    </message>
    <message>
        <source>The UV picture shows nothing newer than before the light went on. Unplug the UV camera and plug it in again before the next capture.</source>
        <translation>UV 영상에 빛이 켜지기 전보다 새로운 것이 없습니다. 다음 촬영 전에 UV 카메라를 뺐다가 다시 꽂으세요.</translation>
    </message>
    <message>
        <source>The accession number</source>
        <translation>접수 번호</translation>
    </message>
    <message>
        <source>The archive refused it (status {status:04X}). Ask who looks after it.</source>
        <translation>보관 시스템이 거부했습니다(상태 {status:04X}). 그 담당자에게 문의하세요.</translation>
    </message>
    <message>
        <source>The audit trail cannot be read</source>
        <translation>감사 기록을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The audit trail cannot be written</source>
        <translation>감사 기록을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The camera has stopped or its picture does not change. Check it.</source>
        <translation>카메라가 멈췄거나 영상이 바뀌지 않습니다. 카메라를 확인하세요.</translation>
    </message>
    <message>
        <source>The camera sees nothing. Take off its cap or open its shutter, and check the light.</source>
        <translation>카메라에 아무것도 보이지 않습니다. 렌즈 덮개를 벗기거나 셔터를 열고 조명을 확인하세요.</translation>
    </message>
    <message>
        <source>The camera stopped sending pictures.</source>
        <translation>카메라가 영상 전송을 멈췄습니다.</translation>
    </message>
    <message>
        <source>The capture cannot be begun</source>
        <translation>촬영을 시작할 수 없습니다</translation>
    </message>
    <message>
        <source>The capture cannot be read</source>
        <translation>촬영을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The capture cannot be verified</source>
        <translation>촬영을 검증할 수 없습니다</translation>
    </message>
    <message>
        <source>The capture cannot be withdrawn</source>
        <translation>촬영을 철회할 수 없습니다</translation>
    </message>
    <message>
        <source>The capture could not be stored</source>
        <translation>촬영을 저장할 수 없었습니다</translation>
    </message>
    <message>
        <source>The capture failed inside the program; UV light is off. Restart the program.</source>
        <translation>프로그램 내부에서 촬영에 실패했습니다. 자외선은 꺼져 있습니다. 프로그램을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The capture is recorded as not completed.</source>
        <translation>이 촬영은 완료되지 않은 것으로 기록됩니다.</translation>
    </message>
    <message>
        <source>The capture is stored.</source>
        <translation>촬영이 저장되었습니다.</translation>
    </message>
    <message>
        <source>The capture was stored but may not survive a power cut</source>
        <translation>촬영이 저장되었지만 정전이 되면 남지 않을 수 있습니다</translation>
    </message>
    <message>
        <source>The capture {identifier} exists in {root} and is not overwritten. Start a new capture.</source>
        <translation>촬영 {identifier}이(가) {root}에 이미 있으며 덮어쓰지 않습니다. 새로 촬영하세요.</translation>
    </message>
    <message>
        <source>The capture {identifier} has no file {name!r}. It has: {names}.</source>
        <translation>촬영 {identifier}에 {name!r} 파일이 없습니다. 있는 파일: {names}.</translation>
    </message>
    <message>
        <source>The captures are of several subjects, so a patient&apos;s name, identifier or accession number cannot hold for all of them. Export one subject at a time.</source>
        <translation>여러 대상자의 촬영이므로 환자 이름, 식별 번호, 접수 번호를 모두에 적용할 수 없습니다. 대상자를 한 명씩 내보내세요.</translation>
    </message>
    <message>
        <source>The captures cannot be read</source>
        <translation>촬영을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The captures have no pictures.</source>
        <translation>촬영에 사진이 없습니다.</translation>
    </message>
    <message>
        <source>The certificate of {peer} is not trusted ({verify_message}). Nothing was sent; name the file of the authority that signed it.</source>
        <translation>{peer}의 인증서를 믿을 수 없습니다({verify_message}). 아무것도 보내지 않았습니다. 서명한 인증 기관의 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>The certificates for TLS cannot be used ({why}). Check the files.</source>
        <translation>TLS 인증서를 쓸 수 없습니다({why}). 파일을 확인하세요.</translation>
    </message>
    <message>
        <source>The checkpoint cannot be removed</source>
        <translation>체크포인트를 지울 수 없습니다</translation>
    </message>
    <message>
        <source>The checkpoint cannot be written</source>
        <translation>체크포인트를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The classes of the model in {folder} are not those of {name}. It may have, in this order: {labels}.</source>
        <translation>{folder}의 모델 분류가 {name} 과제의 것이 아닙니다. 다음 순서의 분류를 가질 수 있습니다: {labels}.</translation>
    </message>
    <message>
        <source>The clock was set by {step:+.0f} s since FaceQA started, or the computer slept. Check its time.</source>
        <translation>FaceQA가 시작된 뒤 시계가 {step:+.0f}초 바뀌었거나 컴퓨터가 절전 상태였습니다. 시각을 확인하세요.</translation>
    </message>
    <message>
        <source>The cluster at {address} failed while it judged ({what}). Look at its workers, then run again with the same folder.</source>
        <translation>{address}의 클러스터가 판정 중에 실패했습니다({what}). 작업자를 살펴보고 같은 폴더로 다시 실행하세요.</translation>
    </message>
    <message>
        <source>The cluster at {address} has no workers any more, or does not answer. Start it again, then run again with the same folder.</source>
        <translation>{address}의 클러스터에 작업자가 더는 없거나 응답이 없습니다. 다시 시작한 뒤 같은 폴더로 다시 실행하세요.</translation>
    </message>
    <message>
        <source>The data folder {root} does not exist. Check the path.</source>
        <translation>데이터 폴더 {root}이(가) 없습니다. 경로를 확인하세요.</translation>
    </message>
    <message>
        <source>The demonstration is shown: nobody is present, and no real UV light is released. Choose a camera.</source>
        <translation>데모를 보이고 있습니다. 앞에 있는 사람이 없으며 실제 자외선은 나오지 않습니다. 카메라를 고르세요.</translation>
    </message>
    <message>
        <source>The driver of this camera cannot do it.</source>
        <translation>이 카메라의 드라이버로는 할 수 없습니다.</translation>
    </message>
    <message>
        <source>The driver of {camera} did not lock the exposure.</source>
        <translation>{camera}의 드라이버가 노출을 고정하지 않았습니다.</translation>
    </message>
    <message>
        <source>The driver of {camera} did not lock the white balance.</source>
        <translation>{camera}의 드라이버가 화이트 밸런스를 고정하지 않았습니다.</translation>
    </message>
    <message>
        <source>The explanation did not answer and was given up.</source>
        <translation>설명 작업이 응답하지 않아 중단했습니다.</translation>
    </message>
    <message>
        <source>The explanation failed inside the program. Restart the program if this comes again.</source>
        <translation>프로그램 내부에서 설명에 실패했습니다. 다시 나타나면 프로그램을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The explanation failed inside the program. Restart the program.</source>
        <translation>프로그램 내부에서 설명에 실패했습니다. 프로그램을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The export cannot be written</source>
        <translation>내보낸 것을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The export was stopped. Nothing of it was kept.</source>
        <translation>내보내기를 멈췄습니다. 남긴 것은 없습니다.</translation>
    </message>
    <message>
        <source>The eye detector&apos;s file {path} cannot be read: {why}. Install FaceQA again.</source>
        <translation>눈 검출기의 파일 {path}을(를) 읽을 수 없습니다: {why}. FaceQA를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>The eye detector&apos;s file {path} is not the one that was shipped. Install FaceQA again.</source>
        <translation>눈 검출기의 파일 {path}은(는) 처음에 들어 있던 것이 아닙니다. FaceQA를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>The eye model in {folder} is not the one that this program came with. Install FaceQA again.</source>
        <translation>{folder}의 눈 모델은 이 프로그램에 들어 있던 것이 아닙니다. FaceQA를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>The eye model&apos;s file {path} cannot be read: {why}. Install FaceQA again.</source>
        <translation>눈 모델의 파일 {path}을(를) 읽을 수 없습니다: {why}. FaceQA를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>The eye networks ({digits}…) are as they were shipped.</source>
        <translation>눈 네트워크({digits}…)가 처음 그대로입니다.</translation>
    </message>
    <message>
        <source>The eyes cannot be read for certain. Look straight ahead in even light.</source>
        <translation>눈을 확실히 읽을 수 없습니다. 고른 조명에서 앞을 똑바로 보세요.</translation>
    </message>
    <message>
        <source>The face has too few pixels. Come closer, or let the operator choose a larger picture.</source>
        <translation>얼굴의 화소가 너무 적습니다. 더 가까이 오거나, 운영자에게 더 큰 영상을 골라 달라고 하세요.</translation>
    </message>
    <message>
        <source>The face is clear. Both eyes are not seen closed; UV light is never released like this.</source>
        <translation>얼굴은 또렷합니다. 두 눈이 감긴 것으로 보이지 않으며, 이런 상태에서는 자외선이 절대 나오지 않습니다.</translation>
    </message>
    <message>
        <source>The face is larger than the oval. All of it must be seen.</source>
        <translation>얼굴이 타원보다 큽니다. 얼굴 전체가 보여야 합니다.</translation>
    </message>
    <message>
        <source>The face is much darker than what is behind it. Close the blind or move the chair.</source>
        <translation>얼굴이 배경보다 훨씬 어둡습니다. 블라인드를 내리거나 의자를 옮기세요.</translation>
    </message>
    <message>
        <source>The face is small in the picture. It must fill the oval.</source>
        <translation>영상에서 얼굴이 작습니다. 얼굴이 타원을 채워야 합니다.</translation>
    </message>
    <message>
        <source>The face is too dark. Turn on a lamp in front of it.</source>
        <translation>얼굴이 너무 어둡습니다. 얼굴 앞쪽의 조명을 켜세요.</translation>
    </message>
    <message>
        <source>The face must be in the middle and fill the oval.</source>
        <translation>얼굴이 가운데에서 타원을 채워야 합니다.</translation>
    </message>
    <message>
        <source>The figure {path} cannot be written: {why}. Choose another folder.</source>
        <translation>그림 {path}을(를) 쓸 수 없습니다: {why}. 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The figures of the run cannot be read</source>
        <translation>실행의 수치를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The figures of the run cannot be written</source>
        <translation>실행의 수치를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>이 파일</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>파일을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The file of early layers cannot be read. Run “faceqa model quantise” again.</source>
        <translation>앞쪽 층의 파일을 읽을 수 없습니다. “faceqa model quantise”를 다시 실행하세요.</translation>
    </message>
    <message>
        <source>The first start</source>
        <translation>첫 시작</translation>
    </message>
    <message>
        <source>The host of {peer} is not known. Check its name and the network.</source>
        <translation>{peer}의 호스트를 알 수 없습니다. 이름과 네트워크를 확인하세요.</translation>
    </message>
    <message>
        <source>The index {path} cannot be used ({name}). Check the folder&apos;s permissions and that its drive is connected.</source>
        <translation>색인 {path}을(를) 쓸 수 없습니다({name}). 폴더의 권한과 드라이브 연결을 확인하세요.</translation>
    </message>
    <message>
        <source>The index {path} cannot be written: the disk or its quota is full. Free some space, then try again.</source>
        <translation>색인 {path}에 쓸 수 없습니다: 디스크나 할당량이 가득 찼습니다. 공간을 비우고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The index {path} is damaged or not an index of FaceQA. Nothing was written; keep the folder as it is and restore the index from a backup.</source>
        <translation>색인 {path}이(가) 손상되었거나 FaceQA의 색인이 아닙니다. 아무것도 쓰지 않았습니다. 폴더를 그대로 두고 백업에서 색인을 복원하세요.</translation>
    </message>
    <message>
        <source>The index {path} is held by another program. Close it, then try again.</source>
        <translation>색인 {path}을(를) 다른 프로그램이 쓰고 있습니다. 그 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The index {path} is of an older FaceQA. Start the station once, which brings it up to date.</source>
        <translation>색인 {path}은(는) 예전 FaceQA의 것입니다. 스테이션을 한 번 시작하면 새 형식으로 바뀝니다.</translation>
    </message>
    <message>
        <source>The index {path} was written by a newer FaceQA (form {version}, this one knows {known}). It was left as it is; install the newer FaceQA.</source>
        <translation>색인 {path}은(는) 더 새로운 FaceQA가 썼습니다(형식 {version}, 여기서는 {known}까지). 그대로 두었습니다. 더 새로운 FaceQA를 설치하세요.</translation>
    </message>
    <message>
        <source>The interval of a gap holds for all pairs of groups at once.</source>
        <translation>격차의 구간은 모든 집단 쌍에 한꺼번에 성립합니다.</translation>
    </message>
    <message>
        <source>The key cannot be read</source>
        <translation>키를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The key cannot be written</source>
        <translation>키를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The lab</source>
        <translation>랩</translation>
    </message>
    <message>
        <source>The lamp has failed and was not lit. Call for help.</source>
        <translation>램프가 고장 나서 켜지지 않았습니다. 도움을 요청하세요.</translation>
    </message>
    <message>
        <source>The lamp has failed. Call for help.</source>
        <translation>램프가 고장 났습니다. 도움을 요청하세요.</translation>
    </message>
    <message>
        <source>The light and its sentence</source>
        <translation>신호등과 안내 문장</translation>
    </message>
    <message>
        <source>The light is on. Keep your eyes closed.</source>
        <translation>빛이 켜져 있습니다. 눈을 감고 계세요.</translation>
    </message>
    <message>
        <source>The list of imported models {path} is damaged or of a newer FaceQA. Put it back from a copy, or move it away and import the models again.</source>
        <translation>가져온 모델의 목록 {path}이(가) 손상되었거나 더 새로운 FaceQA의 것입니다. 사본에서 되돌려 놓거나, 다른 곳으로 옮기고 모델을 다시 가져오세요.</translation>
    </message>
    <message>
        <source>The log {path} cannot be written: {why}. Check its permissions, or set FACEQA_HOME to another folder.</source>
        <translation>로그 {path}을(를) 쓸 수 없습니다: {why}. 권한을 확인하거나 FACEQA_HOME을 다른 폴더로 정하세요.</translation>
    </message>
    <message>
        <source>The manifest has no column “{column}”. Group by one of: {columns}.</source>
        <translation>매니페스트에 “{column}” 열이 없습니다. 다음 중 하나로 묶으세요: {columns}.</translation>
    </message>
    <message>
        <source>The manifest in {folder} does not list {name}. Train the model again.</source>
        <translation>{folder}의 매니페스트에 {name}이(가) 없습니다. 모델을 다시 학습하세요.</translation>
    </message>
    <message>
        <source>The manifest in {path} does not list {files}, alone or with {more}. {hint}</source>
        <translation>{path}의 매니페스트에 {files}만, 또는 {more}과(와) 함께 적혀 있어야 하는데 그렇지 않습니다. {hint}</translation>
    </message>
    <message>
        <source>The manifest in {path} gives no readable name of 1 to {most} letters. {hint}</source>
        <translation>{path}의 매니페스트에 1~{most}자의 읽을 수 있는 이름이 없습니다. {hint}</translation>
    </message>
    <message>
        <source>The model cannot be kept</source>
        <translation>모델을 보관할 수 없습니다</translation>
    </message>
    <message>
        <source>The model cannot be removed</source>
        <translation>모델을 제거할 수 없습니다</translation>
    </message>
    <message>
        <source>The model could not be loaded. Run “faceqa model verify”.</source>
        <translation>모델을 불러올 수 없었습니다. “faceqa model verify”를 실행하세요.</translation>
    </message>
    <message>
        <source>The model could not be written to {out}: {why}.</source>
        <translation>모델을 {out}에 쓸 수 없었습니다: {why}.</translation>
    </message>
    <message>
        <source>The model did not answer</source>
        <translation>모델이 응답하지 않았습니다</translation>
    </message>
    <message>
        <source>The model gave no usable answer</source>
        <translation>모델이 쓸 수 있는 답을 내지 않았습니다</translation>
    </message>
    <message>
        <source>The model gives answers that are not numbers ({name}). Check it with `faceqa model verify`, or train it again.</source>
        <translation>모델의 답이 숫자가 아닙니다({name}). `faceqa model verify`로 확인하거나 다시 학습하세요.</translation>
    </message>
    <message>
        <source>The model in {folder} expects another input ({preprocessing}); FaceQA gives {needed}.</source>
        <translation>{folder}의 모델은 다른 입력({preprocessing})을 기대합니다. FaceQA의 입력은 {needed}입니다.</translation>
    </message>
    <message>
        <source>The model in {folder} has no layers in 8 bits. Run “faceqa model quantise”.</source>
        <translation>{folder}의 모델에는 8비트 층이 없습니다. “faceqa model quantise”를 실행하세요.</translation>
    </message>
    <message>
        <source>The model in {folder} has the classes {classes}; FaceQA needs {needed} in this order.</source>
        <translation>{folder}의 모델 분류는 {classes}입니다. FaceQA에는 {needed}이(가) 이 순서로 필요합니다.</translation>
    </message>
    <message>
        <source>The model in {folder} is no longer the one that was listed: its manifest was changed. Import the model again, or choose another one.</source>
        <translation>{folder}의 모델이 목록에 있던 것과 다릅니다. 매니페스트가 바뀌었습니다. 모델을 다시 가져오거나 다른 모델을 고르세요.</translation>
    </message>
    <message>
        <source>The model in {folder} is not on this station&apos;s list: it was never imported, or was changed or removed since. Import it with “faceqa model import {folder}”.</source>
        <translation>{folder}의 모델이 이 스테이션의 목록에 없습니다. 가져온 적이 없거나, 그 뒤에 바뀌었거나 제거되었습니다. “faceqa model import {folder}”로 가져오세요.</translation>
    </message>
    <message>
        <source>The model in {folder} is not valid: its answers {fault}. Copy the model folder again, or choose another model.</source>
        <translation>{folder}의 모델이 올바르지 않습니다. 답의 문제: {fault}. 모델 폴더를 다시 복사하거나 다른 모델을 고르세요.</translation>
    </message>
    <message>
        <source>The model in {folder} judges something that FaceQA does not know. It knows: {tasks}.</source>
        <translation>{folder}의 모델이 판정하는 것을 FaceQA가 모릅니다. 아는 것: {tasks}.</translation>
    </message>
    <message>
        <source>The model in {folder} judges {task} and has no good class. Choose a model that judges quality.</source>
        <translation>{folder}의 모델은 {task}을(를) 판정하며 good 분류가 없습니다. 품질을 판정하는 모델을 고르세요.</translation>
    </message>
    <message>
        <source>The model in {folder} judges {task}; only a model that judges {quality_task} can be used here. Give it to “faceqa evaluate” or to the lab.</source>
        <translation>{folder}의 모델은 {task}을(를) 판정합니다. 여기서는 {quality_task}을(를) 판정하는 모델만 쓸 수 있습니다. “faceqa evaluate”나 랩에서 쓰세요.</translation>
    </message>
    <message>
        <source>The model in {folder} takes pictures of {side} pixels; FaceQA needs {needed}.</source>
        <translation>{folder}의 모델은 {side} 화소 사진을 받습니다. FaceQA에는 {needed} 화소가 필요합니다.</translation>
    </message>
    <message>
        <source>The model in {folder} was changed while it was opened. Copy the model folder again, then start again.</source>
        <translation>{folder}의 모델이 여는 동안 바뀌었습니다. 모델 폴더를 다시 복사한 뒤 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The model is loading. UV light stays off until it has judged a face.</source>
        <translation>모델을 불러오고 있습니다. 얼굴을 판정할 때까지 자외선은 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>The model&apos;s answer is not a number, so it cannot be explained. Check the model with “faceqa model verify”.</source>
        <translation>모델의 답이 숫자가 아니어서 설명할 수 없습니다. “faceqa model verify”로 모델을 확인하세요.</translation>
    </message>
    <message>
        <source>The model&apos;s answer is not valid. Choose another model in the settings.</source>
        <translation>모델의 답이 올바르지 않습니다. 설정에서 다른 모델을 고르세요.</translation>
    </message>
    <message>
        <source>The operators could not be written</source>
        <translation>운영자 정보를 쓸 수 없었습니다</translation>
    </message>
    <message>
        <source>The patient&apos;s identifier</source>
        <translation>환자 식별 번호</translation>
    </message>
    <message>
        <source>The patient&apos;s name</source>
        <translation>환자 이름</translation>
    </message>
    <message>
        <source>The patient&apos;s name has no form that DICOM knows. Write it as Family^Given.</source>
        <translation>환자 이름이 DICOM이 아는 형식이 아닙니다. 성^이름(Family^Given)으로 쓰세요.</translation>
    </message>
    <message>
        <source>The picture is blank</source>
        <translation>영상이 비어 있습니다</translation>
    </message>
    <message>
        <source>The picture is blurred. Keep your head still and look ahead.</source>
        <translation>영상이 흐립니다. 머리를 움직이지 말고 앞을 보세요.</translation>
    </message>
    <message>
        <source>The picture is too coarse</source>
        <translation>영상이 너무 거칩니다</translation>
    </message>
    <message>
        <source>The port {port} of the UV lamp cannot be opened. Check the cable, and the port in the settings.</source>
        <translation>UV 램프의 포트 {port}을(를) 열 수 없습니다. 케이블과 설정의 포트를 확인하세요.</translation>
    </message>
    <message>
        <source>The port {port} of the UV lamp is in use. Close the other program.</source>
        <translation>UV 램프의 포트 {port}을(를) 다른 프로그램이 쓰고 있습니다. 그 프로그램을 닫으세요.</translation>
    </message>
    <message>
        <source>The port {port} of the UV lamp may not be used by this account. Allow it (on Linux: the group dialout), then log in again.</source>
        <translation>이 계정으로는 UV 램프의 포트 {port}을(를) 쓸 수 없습니다. 허용한 뒤(리눅스에서는 dialout 그룹) 다시 로그인하세요.</translation>
    </message>
    <message>
        <source>The preset {preset} decides over {option}: leave one of them out.</source>
        <translation>프리셋 {preset}이(가) {option}을(를) 정합니다. 둘 중 하나를 빼세요.</translation>
    </message>
    <message>
        <source>The process that did the work ended before it was done, perhaps for lack of memory. Close other programs and start the run again; what a run folder holds is not repeated.</source>
        <translation>작업하던 프로세스가 끝나기 전에 종료되었습니다. 메모리가 모자랐을 수 있습니다. 다른 프로그램을 닫고 실행을 다시 시작하세요. 실행 폴더에 남은 것은 반복하지 않습니다.</translation>
    </message>
    <message>
        <source>The program failed at it; the log says more. Close this window and open it again.</source>
        <translation>프로그램 내부에서 실패했습니다. 자세한 것은 로그에 있습니다. 이 창을 닫고 다시 여세요.</translation>
    </message>
    <message>
        <source>The record cannot be read</source>
        <translation>기록을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The record was made by a newer FaceQA (version {version}; this one reads up to {known}). Open it with the newer FaceQA.</source>
        <translation>더 새로운 FaceQA가 만든 기록입니다(버전 {version}, 여기서는 {known}까지). 더 새로운 FaceQA로 여세요.</translation>
    </message>
    <message>
        <source>The records are encrypted and encryption is off in the settings. Turn it on, or start with another FACEQA_HOME.</source>
        <translation>기록은 암호화되어 있는데 설정에서 암호화가 꺼져 있습니다. 켜거나 다른 FACEQA_HOME으로 시작하세요.</translation>
    </message>
    <message>
        <source>The run cannot be kept</source>
        <translation>실행을 보관할 수 없습니다</translation>
    </message>
    <message>
        <source>The run in {folder} cannot go on: {changed} changed since. Start again in another folder, or give what was given then.</source>
        <translation>{folder}의 실행을 이어서 할 수 없습니다. 그 뒤로 {changed}이(가) 바뀌었습니다. 다른 폴더에서 다시 시작하거나 그때와 같게 지정하세요.</translation>
    </message>
    <message>
        <source>The run in {path} is of {differs}. Give another folder, or the model and the data it was begun with.</source>
        <translation>{path}의 실행은 {differs}의 것입니다. 다른 폴더를 지정하거나, 시작할 때의 모델과 데이터를 지정하세요.</translation>
    </message>
    <message>
        <source>The run was cancelled after {done} of {total} pictures.</source>
        <translation>사진 {total}장 중 {done}장을 마치고 실행이 취소되었습니다.</translation>
    </message>
    <message>
        <source>The self-test failed inside the program. Close FaceQA and start it again.</source>
        <translation>프로그램 내부에서 자체 점검에 실패했습니다. FaceQA를 닫고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The self-test failed, so UV light stays off.</source>
        <translation>자체 점검에 실패하여 자외선은 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>The settings are in force but could not be kept in {path}: {why}. Check the folder&apos;s permissions.</source>
        <translation>설정이 적용되었지만 {path}에 저장하지 못했습니다: {why}. 폴더의 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>The settings file {path} could not be used: {error}. Defaults are in use. {later}</source>
        <translation>설정 파일 {path}을(를) 쓸 수 없었습니다: {error}. 기본값을 쓰고 있습니다. {later}</translation>
    </message>
    <message>
        <source>The settings were changed outside FaceQA since it last ran. A supervisor should look at them.</source>
        <translation>FaceQA를 마지막으로 쓴 뒤에 설정이 FaceQA 밖에서 바뀌었습니다. 관리자가 설정을 살펴봐야 합니다.</translation>
    </message>
    <message>
        <source>The settings were not changed. {error}</source>
        <translation>설정을 변경하지 않았습니다. {error}</translation>
    </message>
    <message>
        <source>The simple CNN is trained from scratch: leave out --weights.</source>
        <translation>단순 CNN은 처음부터 학습합니다. --weights를 빼세요.</translation>
    </message>
    <message>
        <source>The simulated UV lamp could not be armed: its state was “{state}”. It is off; start the capture again.</source>
        <translation>시뮬레이션 UV 램프를 준비할 수 없었습니다. 상태가 “{state}”였습니다. 꺼져 있으니 촬영을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The simulated UV lamp was not armed; it is off. Start again.</source>
        <translation>시뮬레이션 UV 램프가 준비된 상태가 아니었으며 꺼져 있습니다. 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The source stopped sending pictures.</source>
        <translation>영상 입력에서 영상이 더 이상 오지 않습니다.</translation>
    </message>
    <message>
        <source>The split “{name}” in {root} has no pictures of: {empty}. Add some of each class.</source>
        <translation>{root}의 “{name}” 분할에 다음 분류의 사진이 없습니다: {empty}. 분류마다 사진을 추가하세요.</translation>
    </message>
    <message>
        <source>The station</source>
        <translation>스테이션</translation>
    </message>
    <message>
        <source>The store cannot be verified</source>
        <translation>저장소를 검증할 수 없습니다</translation>
    </message>
    <message>
        <source>The store could not be cleaned up</source>
        <translation>저장소를 정리할 수 없었습니다</translation>
    </message>
    <message>
        <source>The stream address cannot be used. Give one like http://host:port/stream.mjpg or rtsp://host/path.</source>
        <translation>스트림 주소를 쓸 수 없습니다. http://host:port/stream.mjpg 또는 rtsp://host/path 같은 주소를 입력하세요.</translation>
    </message>
    <message>
        <source>The subject cannot be purged</source>
        <translation>대상자를 영구 삭제할 수 없습니다</translation>
    </message>
    <message>
        <source>The subject had UV light in the last 24 hours, and their dose must stay known. Purge after {free:%Y-%m-%d %H:%M}.</source>
        <translation>대상자가 지난 24시간 안에 자외선을 받아 조사량을 알고 있어야 합니다. {free} 이후에 영구 삭제하세요.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring</source>
        <translation>시스템 키링</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used: it is locked or there is none. Unlock it, or use a key file.</source>
        <translation>시스템 키링을 쓸 수 없습니다. 잠겨 있거나 없습니다. 잠금을 풀거나 키 파일을 쓰세요.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring holds a key of FaceQA already; it is kept.</source>
        <translation>시스템 키링에 FaceQA의 키가 이미 있으며 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring holds no key of FaceQA. Make one with “faceqa records key create --keyring”, or restore the one that was in use from your copy.</source>
        <translation>시스템 키링에 FaceQA의 키가 없습니다. “faceqa records key create --keyring”으로 만들거나, 쓰던 키를 사본에서 복원하세요.</translation>
    </message>
    <message>
        <source>The system&apos;s language</source>
        <translation>시스템 언어</translation>
    </message>
    <message>
        <source>The table cannot be written</source>
        <translation>표를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The training diverged: no epoch has a loss that is a number. Check the pictures.</source>
        <translation>학습이 발산했습니다. 손실이 숫자인 에포크가 없습니다. 사진을 확인하세요.</translation>
    </message>
    <message>
        <source>The training split has no pictures of: {missing}.</source>
        <translation>학습 분할에 다음 분류의 사진이 없습니다: {missing}.</translation>
    </message>
    <message>
        <source>The two PINs differ. Nothing was changed.</source>
        <translation>두 PIN이 다릅니다. 바뀐 것이 없습니다.</translation>
    </message>
    <message>
        <source>The two PINs differ. Type the new one again.</source>
        <translation>두 PIN이 다릅니다. 새 PIN을 다시 입력하세요.</translation>
    </message>
    <message>
        <source>The two models answer different questions: one knows {first}, the other {second}. Compare models of one task with the same classes.</source>
        <translation>두 모델이 답하는 질문이 다릅니다. 하나는 {first}을(를), 다른 하나는 {second}을(를) 압니다. 같은 과제에 같은 분류를 가진 모델을 비교하세요.</translation>
    </message>
    <message>
        <source>The two models have no picture in common. Judge the same data set.</source>
        <translation>두 모델에 공통된 사진이 없습니다. 같은 데이터 세트를 판정하세요.</translation>
    </message>
    <message>
        <source>The verification was stopped. It says nothing of the store.</source>
        <translation>검증을 멈췄습니다. 저장소에 대해 알 수 있는 것은 없습니다.</translation>
    </message>
    <message>
        <source>The work failed in a way that was not foreseen ({kind} in {file}, line {line}). Start it again.</source>
        <translation>작업이 예상하지 못한 이유로 실패했습니다({file} {line}행의 {kind}). 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The workers at {address} do not have FaceQA. Install {version} there.</source>
        <translation>{address}의 작업자에 FaceQA가 없습니다. 그곳에 {version}을(를) 설치하세요.</translation>
    </message>
    <message>
        <source>There are several cameras called {name} that cannot be told apart by themselves. Choose one of them by its socket: {choices}.</source>
        <translation>{name}이라는 이름의 카메라가 여럿 있어 이름만으로는 구별할 수 없습니다. 단자로 하나를 고르세요: {choices}.</translation>
    </message>
    <message>
        <source>There is an operator of that name already. Choose another.</source>
        <translation>같은 이름의 운영자가 이미 있습니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>There is no capture {identifier} in {root}. “faceqa records list” names those that exist.</source>
        <translation>{root}에 촬영 {identifier}이(가) 없습니다. “faceqa records list”로 있는 것을 확인하세요.</translation>
    </message>
    <message>
        <source>There is no folder {parent}. Make it, then export.</source>
        <translation>{parent} 폴더가 없습니다. 폴더를 만든 뒤 내보내세요.</translation>
    </message>
    <message>
        <source>There is no judged frame to explain yet.</source>
        <translation>아직 설명할 판정이 없습니다.</translation>
    </message>
    <message>
        <source>There is no model “{text}”: no imported model is called so, and there is no such model folder. See “faceqa model list”.</source>
        <translation>모델 “{text}”이(가) 없습니다. 그런 이름으로 가져온 모델도, 그런 모델 폴더도 없습니다. “faceqa model list”를 보세요.</translation>
    </message>
    <message>
        <source>There is no operator of that name. “faceqa operators list” says who.</source>
        <translation>그런 이름의 운영자가 없습니다. “faceqa operators list”로 확인하세요.</translation>
    </message>
    <message>
        <source>There is no picture to explain. Ask for at least one.</source>
        <translation>설명할 사진이 없습니다. 한 장 이상을 지정하세요.</translation>
    </message>
    <message>
        <source>There is no terminal to ask at. {otherwise}.</source>
        <translation>물어볼 터미널이 없습니다. {otherwise}.</translation>
    </message>
    <message>
        <source>There is no terminal to ask for a PIN. Set {variable}.</source>
        <translation>PIN을 물어볼 터미널이 없습니다. {variable}을(를) 설정하세요.</translation>
    </message>
    <message>
        <source>There is no weights file {weights}. Name one with --weights.</source>
        <translation>가중치 파일 {weights}이(가) 없습니다. --weights로 지정하세요.</translation>
    </message>
    <message>
        <source>This capture was begun and never stored; the lamp may have been lit. What is shown was known before the exposure.</source>
        <translation>이 촬영은 시작했지만 저장되지 않았습니다. 램프가 켜졌을 수 있습니다. 표시된 내용은 노출 전에 알려진 것입니다.</translation>
    </message>
    <message>
        <source>This computer failed at it; the log says more. Try again.</source>
        <translation>이 컴퓨터에서 실패했습니다. 자세한 것은 로그에 있습니다. 다시 시도하세요.</translation>
    </message>
    <message>
        <source>This computer is too busy</source>
        <translation>컴퓨터가 너무 바쁩니다</translation>
    </message>
    <message>
        <source>This computer&apos;s clock says {now:%Y-%m-%d %H:%M}, but the newest record is of {newest:%Y-%m-%d %H:%M}. Set the clock, then test again: the doses of a day hang on it.</source>
        <translation>이 컴퓨터의 시계는 {now}인데 가장 새로운 기록은 {newest}의 것입니다. 시계를 맞추고 다시 점검하세요. 하루 조사량이 시계에 달려 있습니다.</translation>
    </message>
    <message>
        <source>This computer&apos;s count of seconds stands still. Restart the computer.</source>
        <translation>이 컴퓨터의 초 세기가 멈춰 있습니다. 컴퓨터를 다시 시작하세요.</translation>
    </message>
    <message>
        <source>This is a still picture</source>
        <translation>정지 사진입니다</translation>
    </message>
    <message>
        <source>This is the last supervisor; without one nobody could change anything any more. Make another operator a supervisor first.</source>
        <translation>마지막 관리자입니다. 관리자가 없으면 아무것도 바꿀 수 없습니다. 먼저 다른 운영자를 관리자로 만드세요.</translation>
    </message>
    <message>
        <source>This machine has only one device to learn on ({name}). Leave out --distribute.</source>
        <translation>이 컴퓨터에는 학습에 쓸 장치가 하나뿐입니다({name}). --distribute를 빼세요.</translation>
    </message>
    <message>
        <source>This model has no layers in 8 bits. Run “faceqa model quantise”.</source>
        <translation>이 모델에는 8비트 층이 없습니다. “faceqa model quantise”를 실행하세요.</translation>
    </message>
    <message>
        <source>This needs a supervisor, who has not allowed it. Ask one for name and PIN.</source>
        <translation>관리자의 허락이 필요합니다. 관리자에게 이름과 PIN을 부탁하세요.</translation>
    </message>
    <message>
        <source>This recipe leaves layers of ResNet50 as they were trained on ImageNet: name the file of their weights with --weights, or fetch it with --weights {imagenet}.</source>
        <translation>이 방법은 ResNet50의 층을 ImageNet에서 학습된 그대로 둡니다. --weights로 가중치 파일을 지정하거나 --weights {imagenet}(으)로 받으세요.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>임계값</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>임계값</translation>
    </message>
    <message>
        <source>Today&apos;s doses are not known, so real UV light stays off. {error}</source>
        <translation>오늘의 조사량을 알 수 없어 실제 자외선은 꺼져 있습니다. {error}</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>링크가 너무 많이 이어집니다</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>열린 파일이 너무 많습니다</translation>
    </message>
    <message>
        <source>Too many wrong PINs. The next one is looked at in {time}.</source>
        <translation>틀린 PIN이 너무 많습니다. 다음 PIN은 {time} 뒤에 확인합니다.</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>전송 끝점이 연결되어 있지 않습니다</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>실제 분류</translation>
    </message>
    <message>
        <source>Turn away from the light behind you</source>
        <translation>등 뒤의 빛을 피해 돌아앉으세요</translation>
    </message>
    <message>
        <source>Turns tones and speech down.</source>
        <translation>소리와 음성을 줄입니다.</translation>
    </message>
    <message>
        <source>Turns tones and speech up.</source>
        <translation>소리와 음성을 키웁니다.</translation>
    </message>
    <message>
        <source>UV camera: {error}</source>
        <translation>UV 카메라: {error}</translation>
    </message>
    <message>
        <source>UV capture</source>
        <translation>UV 촬영</translation>
    </message>
    <message>
        <source>UV lamp on {name}</source>
        <translation>UV 램프({name})</translation>
    </message>
    <message>
        <source>UV light stays off for now; the operator sees why. You may open your eyes.</source>
        <translation>지금은 자외선이 꺼져 있으며, 이유는 운영자가 봅니다. 눈을 떠도 됩니다.</translation>
    </message>
    <message>
        <source>UV light stays off. Ask your supervisor to check it.</source>
        <translation>자외선은 꺼져 있습니다. 관리자에게 확인을 부탁하세요.</translation>
    </message>
    <message>
        <source>UV light was switched off early.</source>
        <translation>자외선이 일찍 꺼졌습니다.</translation>
    </message>
    <message>
        <source>UV light was switched off early: the face was no longer clear with both eyes closed.</source>
        <translation>자외선이 일찍 꺼졌습니다. 얼굴이 더는 또렷하게 두 눈을 감은 상태가 아니었습니다.</translation>
    </message>
    <message>
        <source>Uncover your face</source>
        <translation>얼굴을 가리지 마세요</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Video: {name}</source>
        <translation>동영상: {name}</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>WARNING: leak: {pairs} of the same photograph lie in two splits; the first: {first}</source>
        <translation>경고: 누출: 같은 사진 {pairs}이(가) 두 분할에 들어 있습니다. 첫 번째: {first}</translation>
    </message>
    <message>
        <source>WARNING: {pairs} of the same photograph have two labels; the first: {first}</source>
        <translation>경고: 같은 사진 {pairs}의 레이블이 둘입니다. 첫 번째: {first}</translation>
    </message>
    <message>
        <source>Weighted average</source>
        <translation>가중 평균</translation>
    </message>
    <message>
        <source>What answers on {name} does not speak protocol {lamp_version} of the UV lamp. Check the port in the settings, or load the lamp&apos;s firmware anew.</source>
        <translation>{name}에서 응답하는 장치가 UV 램프의 프로토콜 {lamp_version}을(를) 쓰지 않습니다. 설정의 포트를 확인하거나 램프의 펌웨어를 새로 올리세요.</translation>
    </message>
    <message>
        <source>When something goes wrong</source>
        <translation>문제가 생겼을 때</translation>
    </message>
    <message>
        <source>White</source>
        <translation>백인</translation>
    </message>
    <message>
        <source>Why this decision</source>
        <translation>이렇게 판정한 이유</translation>
    </message>
    <message>
        <source>Window for the subject</source>
        <translation>대상자용 창</translation>
    </message>
    <message>
        <source>Withdraw what was overruled</source>
        <translation>무효화 철회</translation>
    </message>
    <message>
        <source>Workers at {address} have FaceQA {others}; here is {version}. Install the same everywhere.</source>
        <translation>{address}의 작업자에는 FaceQA {others}이(가) 있고 여기는 {version}입니다. 모든 곳에 같은 것을 설치하세요.</translation>
    </message>
    <message>
        <source>Wrong PINs were tried. The next one is looked at in {time}.</source>
        <translation>틀린 PIN이 입력되었습니다. 다음 PIN은 {time} 뒤에 확인합니다.</translation>
    </message>
    <message>
        <source>Wrong object</source>
        <translation>다른 물체</translation>
    </message>
    <message>
        <source>a doubt came up before the light was switched on</source>
        <translation>빛을 켜기 전에 의심되는 점이 생김</translation>
    </message>
    <message>
        <source>a reason has at least {least} characters</source>
        <translation>이유는 {least}자 이상이어야 합니다</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>another model</source>
        <translation>다른 모델</translation>
    </message>
    <message>
        <source>another plan</source>
        <translation>다른 계획</translation>
    </message>
    <message>
        <source>another runtime</source>
        <translation>다른 런타임</translation>
    </message>
    <message>
        <source>are not finite numbers</source>
        <translation>유한한 숫자가 아닙니다</translation>
    </message>
    <message>
        <source>are not those that its manifest holds</source>
        <translation>매니페스트에 적힌 답과 다릅니다</translation>
    </message>
    <message>
        <source>are probabilities where logits belong</source>
        <translation>로짓이 있어야 할 자리에 확률이 있습니다</translation>
    </message>
    <message>
        <source>are the same for every class</source>
        <translation>모든 분류에 똑같습니다</translation>
    </message>
    <message>
        <source>are the same for every picture</source>
        <translation>모든 사진에 똑같습니다</translation>
    </message>
    <message>
        <source>begun but never stored; the lamp may have been lit</source>
        <translation>시작되었지만 저장되지 않았습니다. 램프가 켜졌을 수 있습니다</translation>
    </message>
    <message>
        <source>begun, and gone from the index</source>
        <translation>시작되었는데 색인에서 없어졌습니다</translation>
    </message>
    <message>
        <source>being written, or left by a crash</source>
        <translation>쓰는 중이거나 비정상 종료로 남은 것입니다</translation>
    </message>
    <message>
        <source>belongs to another folder</source>
        <translation>다른 폴더의 것입니다</translation>
    </message>
    <message>
        <source>black</source>
        <translation>흑인</translation>
    </message>
    <message>
        <source>blur</source>
        <translation>흐림</translation>
    </message>
    <message>
        <source>cannot be read ({why})</source>
        <translation>읽을 수 없습니다({why})</translation>
    </message>
    <message>
        <source>class</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>감음</translation>
    </message>
    <message>
        <source>converted from CMYK</source>
        <translation>CMYK에서 변환했습니다</translation>
    </message>
    <message>
        <source>covered face</source>
        <translation>가려진 얼굴</translation>
    </message>
    <message>
        <source>cut off at the end of the trail</source>
        <translation>감사 기록의 끝에서 잘려 나갔습니다</translation>
    </message>
    <message>
        <source>do not become probabilities that sum to 1</source>
        <translation>합이 1인 확률이 되지 않습니다</translation>
    </message>
    <message>
        <source>early.npz belongs to another network</source>
        <translation>early.npz가 다른 네트워크의 것입니다</translation>
    </message>
    <message>
        <source>east asian</source>
        <translation>동아시아인</translation>
    </message>
    <message>
        <source>expected, 15 bins</source>
        <translation>기대값, 15구간</translation>
    </message>
    <message>
        <source>eyeglasses</source>
        <translation>안경</translation>
    </message>
    <message>
        <source>female</source>
        <translation>여성</translation>
    </message>
    <message>
        <source>for one class are the same for every picture</source>
        <translation>어느 한 분류에서 모든 사진에 똑같습니다</translation>
    </message>
    <message>
        <source>good</source>
        <translation>양호</translation>
    </message>
    <message>
        <source>have another form than those in its manifest</source>
        <translation>매니페스트에 적힌 것과 형태가 다릅니다</translation>
    </message>
    <message>
        <source>images</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>indian</source>
        <translation>인도인</translation>
    </message>
    <message>
        <source>is a link to nothing</source>
        <translation>대상이 없는 링크입니다</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>손상되었습니다</translation>
    </message>
    <message>
        <source>is not a plain file</source>
        <translation>일반 파일이 아닙니다</translation>
    </message>
    <message>
        <source>is of another version of FaceQA</source>
        <translation>다른 버전의 FaceQA 것입니다</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>너무 큽니다</translation>
    </message>
    <message>
        <source>is {label}</source>
        <translation>실제 {label}</translation>
    </message>
    <message>
        <source>it asks for more memory than a trial may take</source>
        <translation>시험에 허용된 것보다 많은 메모리를 요구합니다</translation>
    </message>
    <message>
        <source>it brings functions of its own</source>
        <translation>자체 함수가 들어 있습니다</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>읽을 수 없습니다</translation>
    </message>
    <message>
        <source>it cannot be read ({why})</source>
        <translation>읽을 수 없습니다({why})</translation>
    </message>
    <message>
        <source>it did not get ready</source>
        <translation>준비되지 않았습니다</translation>
    </message>
    <message>
        <source>it did not say that it was lit</source>
        <translation>켜졌다고 알리지 않았습니다</translation>
    </message>
    <message>
        <source>it does not follow the entry before it</source>
        <translation>앞 항목에 이어지지 않습니다</translation>
    </message>
    <message>
        <source>it does not have one input and {outputs} outputs</source>
        <translation>입력 하나와 출력 {outputs}개가 아닙니다</translation>
    </message>
    <message>
        <source>it does not hold layer {name} of a MobileNet</source>
        <translation>MobileNet의 층 {name}이(가) 없습니다</translation>
    </message>
    <message>
        <source>it has a Lambda layer, which carries code</source>
        <translation>코드를 담는 Lambda 층이 있습니다</translation>
    </message>
    <message>
        <source>it has a layer or object of the class {name}</source>
        <translation>분류 {name}의 층이나 객체가 있습니다</translation>
    </message>
    <message>
        <source>it has branches or loops</source>
        <translation>분기나 반복이 있습니다</translation>
    </message>
    <message>
        <source>it has no {name}</source>
        <translation>{name}이(가) 없습니다</translation>
    </message>
    <message>
        <source>it has the activation {activation}</source>
        <translation>활성화 함수 {activation}이(가) 있습니다</translation>
    </message>
    <message>
        <source>it has {count} members, and a model has at most {most_members}</source>
        <translation>구성 파일이 {count}개인데, 모델은 최대 {most_members}개입니다</translation>
    </message>
    <message>
        <source>it hides data between its members</source>
        <translation>구성 파일 사이에 데이터를 숨기고 있습니다</translation>
    </message>
    <message>
        <source>it holds {name} twice</source>
        <translation>{name}이(가) 두 번 들어 있습니다</translation>
    </message>
    <message>
        <source>it holds {name}, which no model has</source>
        <translation>모델에는 없는 {name}이(가) 들어 있습니다</translation>
    </message>
    <message>
        <source>it is a link to nothing</source>
        <translation>대상이 없는 링크입니다</translation>
    </message>
    <message>
        <source>it is cut off, or something follows its end</source>
        <translation>잘렸거나 끝난 뒤에 무언가가 더 있습니다</translation>
    </message>
    <message>
        <source>it is damaged or incomplete</source>
        <translation>손상되었거나 완전하지 않습니다</translation>
    </message>
    <message>
        <source>it is empty, cut off or not JSON</source>
        <translation>비었거나 잘렸거나 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>it is no ONNX file</source>
        <translation>ONNX 파일이 아닙니다</translation>
    </message>
    <message>
        <source>it is not a network of one input and one output</source>
        <translation>입력과 출력이 하나씩인 네트워크가 아닙니다</translation>
    </message>
    <message>
        <source>it is not a plain file</source>
        <translation>일반 파일이 아닙니다</translation>
    </message>
    <message>
        <source>it is not a whole zip archive</source>
        <translation>온전한 zip 파일이 아닙니다</translation>
    </message>
    <message>
        <source>it is not valid</source>
        <translation>올바르지 않습니다</translation>
    </message>
    <message>
        <source>it is spread over several files or too large for a model</source>
        <translation>여러 파일로 나뉘었거나 모델로는 너무 큽니다</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>너무 큽니다</translation>
    </message>
    <message>
        <source>it keeps numbers in another file</source>
        <translation>숫자를 다른 파일에 두고 있습니다</translation>
    </message>
    <message>
        <source>it names a class in an unknown way</source>
        <translation>분류를 알 수 없는 방식으로 적었습니다</translation>
    </message>
    <message>
        <source>it names a setting twice</source>
        <translation>같은 설정이 두 번 적혀 있습니다</translation>
    </message>
    <message>
        <source>it needs operators that are not ONNX&apos;s own</source>
        <translation>ONNX 자체의 것이 아닌 연산자가 필요합니다</translation>
    </message>
    <message>
        <source>it stood elsewhere</source>
        <translation>다른 자리에 있던 것입니다</translation>
    </message>
    <message>
        <source>it took more than {seconds} s of computing time</source>
        <translation>계산 시간이 {seconds}초를 넘었습니다</translation>
    </message>
    <message>
        <source>it unpacks to {unpacked}, and may have {most} at most</source>
        <translation>풀면 {unpacked}인데 최대 {most}까지 가능합니다</translation>
    </message>
    <message>
        <source>it was lost while it was lit</source>
        <translation>켜져 있는 동안 연결이 끊겼습니다</translation>
    </message>
    <message>
        <source>it was written by a newer FaceQA (version {version}; this one reads up to {known})</source>
        <translation>더 새로운 FaceQA가 썼습니다(버전 {version}, 여기서는 {known}까지)</translation>
    </message>
    <message>
        <source>its answers {fault}</source>
        <translation>답에 문제가 있습니다: {fault}</translation>
    </message>
    <message>
        <source>its checksum differs</source>
        <translation>체크섬이 다릅니다</translation>
    </message>
    <message>
        <source>its description of the network is not JSON</source>
        <translation>네트워크의 설명이 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>its directory and the header of {name} say different things</source>
        <translation>목차와 {name}의 머리말이 서로 다릅니다</translation>
    </message>
    <message>
        <source>its directory holds more than its members</source>
        <translation>목차에 구성 파일 말고 다른 것도 있습니다</translation>
    </message>
    <message>
        <source>its directory is cut off</source>
        <translation>목차가 잘려 있습니다</translation>
    </message>
    <message>
        <source>its directory is damaged</source>
        <translation>목차가 손상되었습니다</translation>
    </message>
    <message>
        <source>its directory is not where it says</source>
        <translation>목차가 적힌 자리에 없습니다</translation>
    </message>
    <message>
        <source>its entry has no note</source>
        <translation>그 항목에는 메모가 없습니다</translation>
    </message>
    <message>
        <source>its files changed while they were looked at</source>
        <translation>살펴보는 동안 파일이 바뀌었습니다</translation>
    </message>
    <message>
        <source>its network is of a class of its own</source>
        <translation>네트워크가 자체 분류로 되어 있습니다</translation>
    </message>
    <message>
        <source>its version is not one of FaceQA</source>
        <translation>버전이 FaceQA의 것이 아닙니다</translation>
    </message>
    <message>
        <source>its weights are damaged</source>
        <translation>가중치가 손상되었습니다</translation>
    </message>
    <message>
        <source>its weights are not numbers alone</source>
        <translation>가중치가 숫자만으로 되어 있지 않습니다</translation>
    </message>
    <message>
        <source>its weights have no end</source>
        <translation>가중치에 끝이 없습니다</translation>
    </message>
    <message>
        <source>its weights lead to another place</source>
        <translation>가중치가 다른 곳을 가리킵니다</translation>
    </message>
    <message>
        <source>its weights say they are larger than a model&apos;s</source>
        <translation>가중치가 모델의 것보다 크다고 적혀 있습니다</translation>
    </message>
    <message>
        <source>kappa not defined</source>
        <translation>카파 정의되지 않음</translation>
    </message>
    <message>
        <source>kappa {value:.2f} [{low:.2f} to {high:.2f}]</source>
        <translation>카파 {value:.2f} [{low:.2f}~{high:.2f}]</translation>
    </message>
    <message>
        <source>latino hispanic</source>
        <translation>라티노·히스패닉</translation>
    </message>
    <message>
        <source>layer {name} in it has another form than a MobileNet&apos;s</source>
        <translation>그 안의 층 {name}이(가) MobileNet의 것과 형태가 다릅니다</translation>
    </message>
    <message>
        <source>male</source>
        <translation>남성</translation>
    </message>
    <message>
        <source>middle eastern</source>
        <translation>중동인</translation>
    </message>
    <message>
        <source>model.keras is not a network of “faceqa train”</source>
        <translation>model.keras가 “faceqa train”의 네트워크가 아닙니다</translation>
    </message>
    <message>
        <source>model.onnx does not answer with logits and class maps</source>
        <translation>model.onnx가 로짓과 분류 맵으로 답하지 않습니다</translation>
    </message>
    <message>
        <source>more than 70</source>
        <translation>70세 초과</translation>
    </message>
    <message>
        <source>no answer came within {seconds:.0f} s</source>
        <translation>{seconds:.0f}초 안에 답이 오지 않았습니다</translation>
    </message>
    <message>
        <source>no pictures</source>
        <translation>사진 없음</translation>
    </message>
    <message>
        <source>no port</source>
        <translation>포트 없음</translation>
    </message>
    <message>
        <source>no purge removed it</source>
        <translation>영구 삭제로 지운 것이 아닙니다</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>not a PEM file with what is needed</source>
        <translation>필요한 것이 든 PEM 파일이 아닙니다</translation>
    </message>
    <message>
        <source>not a capture</source>
        <translation>촬영이 아닙니다</translation>
    </message>
    <message>
        <source>not a plain file</source>
        <translation>일반 파일이 아닙니다</translation>
    </message>
    <message>
        <source>not part of a store</source>
        <translation>저장소의 일부가 아닙니다</translation>
    </message>
    <message>
        <source>not part of the capture</source>
        <translation>촬영의 일부가 아닙니다</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>밝히지 않음</translation>
    </message>
    <message>
        <source>not the mark of a trail</source>
        <translation>감사 기록의 표식이 아닙니다</translation>
    </message>
    <message>
        <source>of a newer FaceQA</source>
        <translation>더 새로운 FaceQA의 것입니다</translation>
    </message>
    <message>
        <source>of an animation or of several pages, the first picture was taken</source>
        <translation>애니메이션이거나 여러 쪽이어서 첫 사진을 썼습니다</translation>
    </message>
    <message>
        <source>of another format than its name says</source>
        <translation>이름이 나타내는 것과 형식이 다릅니다</translation>
    </message>
    <message>
        <source>of early.npz and late_int8.onnx are not those of model.onnx</source>
        <translation>early.npz와 late_int8.onnx의 답이 model.onnx의 것과 다릅니다</translation>
    </message>
    <message>
        <source>of early.npz are not those of model.keras</source>
        <translation>early.npz의 답이 model.keras의 것과 다릅니다</translation>
    </message>
    <message>
        <source>of model.onnx are not those of model.keras</source>
        <translation>model.onnx의 답이 model.keras의 것과 다릅니다</translation>
    </message>
    <message>
        <source>only A right {first}, only B right {second}</source>
        <translation>A만 맞음 {first}, B만 맞음 {second}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>뜸</translation>
    </message>
    <message>
        <source>other eye detectors</source>
        <translation>다른 눈 검출기</translation>
    </message>
    <message>
        <source>other pictures or labels</source>
        <translation>다른 사진이나 레이블</translation>
    </message>
    <message>
        <source>paired percentile bootstrap over pictures</source>
        <translation>사진에 대한 대응 백분위 부트스트랩</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>reduced from 16 bits to 8</source>
        <translation>16비트에서 8비트로 줄였습니다</translation>
    </message>
    <message>
        <source>signal {n}</source>
        <translation>시그널 {n}</translation>
    </message>
    <message>
        <source>southeast asian</source>
        <translation>동남아시아인</translation>
    </message>
    <message>
        <source>status {n}</source>
        <translation>상태 {n}</translation>
    </message>
    <message>
        <source>the UV camera is the source of the visible pictures; choose another one or none</source>
        <translation>UV 카메라가 일반 영상의 입력과 같습니다. 다른 카메라를 선택하거나 비워 두세요</translation>
    </message>
    <message>
        <source>the audit trail does not know it</source>
        <translation>감사 기록에 없습니다</translation>
    </message>
    <message>
        <source>the audit trail does not know it, or not here</source>
        <translation>감사 기록에 없거나 이 자리에 없습니다</translation>
    </message>
    <message>
        <source>the audit trail does not know that it was begun</source>
        <translation>시작되었다는 것이 감사 기록에 없습니다</translation>
    </message>
    <message>
        <source>the capture&apos;s folder is gone</source>
        <translation>촬영의 폴더가 없어졌습니다</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>디스크가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation>파일이 없어졌습니다</translation>
    </message>
    <message>
        <source>the first weights</source>
        <translation>처음 가중치</translation>
    </message>
    <message>
        <source>the idle time is 0 or at least 30 seconds</source>
        <translation>미사용 시간은 0 또는 30초 이상이어야 합니다</translation>
    </message>
    <message>
        <source>the index has lost it</source>
        <translation>색인에서 없어졌습니다</translation>
    </message>
    <message>
        <source>the index lists other files than the trail</source>
        <translation>색인과 감사 기록의 파일 목록이 다릅니다</translation>
    </message>
    <message>
        <source>the needed frames cannot be more than the window&apos;s frames</source>
        <translation>필요한 프레임은 창 프레임보다 많을 수 없습니다</translation>
    </message>
    <message>
        <source>the number of devices</source>
        <translation>장치 수</translation>
    </message>
    <message>
        <source>the options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>the pictures or their labels</source>
        <translation>사진이나 그 레이블</translation>
    </message>
    <message>
        <source>the process that opened it broke off ({end}), as when a file is damaged or asks for more than {memory:.0f} GB of memory</source>
        <translation>여는 프로세스가 중단되었습니다({end}). 파일이 손상되었거나 {memory:.0f} GB보다 많은 메모리를 요구할 때 그렇습니다</translation>
    </message>
    <message>
        <source>the process that opened it gave no answer</source>
        <translation>여는 프로세스가 답하지 않았습니다</translation>
    </message>
    <message>
        <source>the row cannot be read</source>
        <translation>행을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>the row differs from the record</source>
        <translation>행이 기록과 다릅니다</translation>
    </message>
    <message>
        <source>the set time was reached</source>
        <translation>정해진 시간이 되었습니다</translation>
    </message>
    <message>
        <source>the smallest face share cannot be more than the largest one</source>
        <translation>최소 얼굴 비율은 최대 얼굴 비율보다 클 수 없습니다</translation>
    </message>
    <message>
        <source>the system does not say why</source>
        <translation>시스템이 이유를 알려 주지 않습니다</translation>
    </message>
    <message>
        <source>the trail&apos;s mark is gone</source>
        <translation>감사 기록의 표식이 없어졌습니다</translation>
    </message>
    <message>
        <source>the versions of the libraries</source>
        <translation>라이브러리 버전</translation>
    </message>
    <message>
        <source>there is a gap in the trail</source>
        <translation>감사 기록에 빈 곳이 있습니다</translation>
    </message>
    <message>
        <source>there is no such entry</source>
        <translation>그런 항목이 없습니다</translation>
    </message>
    <message>
        <source>these checks cannot be overruled</source>
        <translation>이 검사들은 무효로 할 수 없습니다</translation>
    </message>
    <message>
        <source>transparent, laid on white</source>
        <translation>투명해서 흰색 위에 놓았습니다</translation>
    </message>
    <message>
        <source>turned upright, as its EXIF orientation says</source>
        <translation>EXIF 방향에 따라 바로 세웠습니다</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>what was written cannot be read back unchanged</source>
        <translation>쓴 것을 그대로 다시 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>white</source>
        <translation>백인</translation>
    </message>
    <message>
        <source>wrong object</source>
        <translation>다른 물체</translation>
    </message>
    <message>
        <source>{camera} ({name}) is a virtual camera: a program makes its picture, which may be a recording. It never counts as a live person. Choose a real camera.</source>
        <translation>{camera}({name})은(는) 가상 카메라입니다. 프로그램이 영상을 만들며 녹화된 것일 수 있습니다. 실제 사람으로 인정되지 않습니다. 실제 카메라를 고르세요.</translation>
    </message>
    <message>
        <source>{camera} ({name}) is not there any more, and another camera is not used without being asked. Plug it in where it was, or choose one: {choices}.</source>
        <translation>{camera}({name})이(가) 더 이상 없습니다. 묻지 않고 다른 카메라를 쓰지는 않습니다. 원래 자리에 다시 꽂거나 하나를 고르세요: {choices}.</translation>
    </message>
    <message>
        <source>{camera} cannot be opened ({reason}). Plug it in again or choose another.</source>
        <translation>{camera}을(를) 열 수 없습니다({reason}). 다시 꽂거나 다른 카메라를 고르세요.</translation>
    </message>
    <message>
        <source>{camera} delivers no picture; another program may be using it, or access is denied. Close other camera programs and check the system&apos;s camera permission.</source>
        <translation>{camera}에서 영상이 나오지 않습니다. 다른 프로그램이 쓰고 있거나 접근이 거부되었을 수 있습니다. 다른 카메라 프로그램을 닫고 시스템의 카메라 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>{camera} delivers no picture; it is open in another program: {programs}. Close that program, then try again.</source>
        <translation>{camera}에서 영상이 나오지 않습니다. 다른 프로그램이 쓰고 있습니다: {programs}. 그 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{camera} gives {width}×{height} pixels instead of {wanted}; it has no such size. Choose another one in the settings.</source>
        <translation>{camera}의 영상이 {wanted}이(가) 아니라 {width}×{height} 화소입니다. 그런 크기가 없습니다. 설정에서 다른 크기를 고르세요.</translation>
    </message>
    <message>
        <source>{camera} is not there. Plug it in, or choose another source such as a video file or the demo.</source>
        <translation>{camera}이(가) 없습니다. 카메라를 꽂거나, 동영상 파일이나 데모 같은 다른 영상 입력을 고르세요.</translation>
    </message>
    <message>
        <source>{camera} may not be used: permission denied. Add your account to the group “video” and log in again.</source>
        <translation>{camera}을(를) 쓸 수 없습니다: 권한이 거부되었습니다. 계정을 “video” 그룹에 추가하고 다시 로그인하세요.</translation>
    </message>
    <message>
        <source>{camera} stopped sending pictures. Check its cable.</source>
        <translation>{camera}이(가) 영상 전송을 멈췄습니다. 케이블을 확인하세요.</translation>
    </message>
    <message>
        <source>{camera} was lost, and this system does not tell whether it is still the same camera. Choose the camera again.</source>
        <translation>{camera}의 연결이 끊겼고, 이 시스템은 다시 연결된 것이 같은 카메라인지 알려 주지 않습니다. 카메라를 다시 고르세요.</translation>
    </message>
    <message>
        <source>{count} capture(s) were begun and never stored, the last one {identifier}: the program or the machine stopped during it.</source>
        <translation>시작했지만 저장되지 않은 촬영이 {count}건 있습니다. 마지막은 {identifier}이며, 촬영 중에 프로그램이나 컴퓨터가 멈췄습니다.</translation>
    </message>
    <message>
        <source>{count} cascades are as they were shipped.</source>
        <translation>캐스케이드 {count}개가 처음 그대로입니다.</translation>
    </message>
    <message>
        <source>{count} of {of}, {kappa}</source>
        <translation>{of}장 중 {count}장, {kappa}</translation>
    </message>
    <message>
        <source>{count} of {total} = {rate:.1%} (95 %: {low:.1%}-{high:.1%})</source>
        <translation>{total}장 중 {count}장 = {rate:.1%}(95 %: {low:.1%}-{high:.1%})</translation>
    </message>
    <message>
        <source>{count} of {total} at {threshold:.3f}</source>
        <translation>{threshold:.3f}에서 {total}장 중 {count}장</translation>
    </message>
    <message>
        <source>{count} pairs</source>
        <translation>{count}쌍</translation>
    </message>
    <message>
        <source>{count} pictures are</source>
        <translation>사진 {count}장:</translation>
    </message>
    <message>
        <source>{error} FaceQA keeps trying.</source>
        <translation>{error} FaceQA가 계속 시도합니다.</translation>
    </message>
    <message>
        <source>{files} ({splits})</source>
        <translation>{files} ({splits})</translation>
    </message>
    <message>
        <source>{folder} cannot be used: {why}. Set FACEQA_HOME to a folder that can be written.</source>
        <translation>{folder}을(를) 사용할 수 없습니다: {why}. FACEQA_HOME을 쓰기 가능한 폴더로 지정하세요.</translation>
    </message>
    <message>
        <source>{folder} cannot be written. Set FACEQA_HOME to a folder that can be written.</source>
        <translation>{folder}에 쓸 수 없습니다. FACEQA_HOME을 쓰기 가능한 폴더로 지정하세요.</translation>
    </message>
    <message>
        <source>{folder} exists and is not overwritten. Start a new capture.</source>
        <translation>{folder}이(가) 이미 있으며 덮어쓰지 않습니다. 새로 촬영하세요.</translation>
    </message>
    <message>
        <source>{folder} holds an unfinished run. Add --resume to go on with it, or name another folder with --out.</source>
        <translation>{folder}에 끝나지 않은 실행이 있습니다. 이어서 하려면 --resume을 추가하거나 --out으로 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>{folder} holds no unfinished run with a whole epoch. Leave out --resume.</source>
        <translation>{folder}에 한 에포크라도 마친 미완료 실행이 없습니다. --resume을 빼세요.</translation>
    </message>
    <message>
        <source>{folder} is a TensorFlow SavedModel, which can carry code. Name a model folder that “faceqa train” wrote.</source>
        <translation>{folder}은(는) 코드를 담을 수 있는 TensorFlow SavedModel입니다. “faceqa train”이 만든 모델 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>{folder} is a single file; FaceQA loads model folders with {manifest} only, because other model files can carry code. Train or import it again.</source>
        <translation>{folder}은(는) 파일 하나입니다. FaceQA는 {manifest}이(가) 있는 모델 폴더만 불러옵니다. 다른 모델 파일은 코드를 담을 수 있기 때문입니다. 다시 학습하거나 가져오세요.</translation>
    </message>
    <message>
        <source>{folder} is not a model: it has no {manifest}. Name a folder made by “faceqa train”.</source>
        <translation>{folder}은(는) 모델이 아닙니다. {manifest}이(가) 없습니다. “faceqa train”이 만든 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>{free:.0f} GB are free for captures.</source>
        <translation>촬영에 쓸 공간이 {free:.0f} GB 남아 있습니다.</translation>
    </message>
    <message>
        <source>{mark} has another checksum</source>
        <translation>{mark}의 체크섬이 다릅니다</translation>
    </message>
    <message>
        <source>{method} for {label}, {probability:.3f}</source>
        <translation>{label}에 대한 {method}, {probability:.3f}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}분</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes}분 {seconds}초</translation>
    </message>
    <message>
        <source>{name!r} is not a name for a file of a capture. Use lower-case letters, digits and “_”, and an ending.</source>
        <translation>{name!r}은(는) 촬영 파일의 이름이 될 수 없습니다. 영문 소문자, 숫자, “_”와 확장자를 쓰세요.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 외 {count}개</translation>
    </message>
    <message>
        <source>{name} ({digits}…) is on the list and unaltered.</source>
        <translation>{name}({digits}…)은(는) 목록에 있고 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>{name} answers but sends no picture. Check that its camera is on.</source>
        <translation>{name}이(가) 응답하지만 영상을 보내지 않습니다. 그 카메라가 켜져 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>{name} answers.</source>
        <translation>{name}이(가) 응답합니다.</translation>
    </message>
    <message>
        <source>{name} cannot be reached, or sends no video. Check the address, the network and that the camera is on.</source>
        <translation>{name}에 연결할 수 없거나 영상이 오지 않습니다. 주소와 네트워크, 카메라가 켜져 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>{name} cannot be run as an ONNX network</source>
        <translation>{name}을(를) ONNX 네트워크로 실행할 수 없습니다</translation>
    </message>
    <message>
        <source>{name} changed its picture from {old_width}×{old_height} to {width}×{height} pixels. It is opened again; if this comes again, choose one size in its settings.</source>
        <translation>{name}의 영상 크기가 {old_width}×{old_height}에서 {width}×{height} 화소로 바뀌었습니다. 다시 엽니다. 또 나타나면 그 카메라의 설정에서 크기를 하나로 고정하세요.</translation>
    </message>
    <message>
        <source>{name} delivers only {rate:.0f} pictures a second. Give it more light or choose a smaller picture.</source>
        <translation>{name}에서 영상이 초당 {rate:.0f}장만 옵니다. 더 밝게 비추거나 더 작은 영상을 고르세요.</translation>
    </message>
    <message>
        <source>{name} delivers {rate:.0f} pictures a second.</source>
        <translation>{name}에서 초당 영상 {rate:.0f}장이 옵니다.</translation>
    </message>
    <message>
        <source>{name} does not answer and cannot be reached again. Unplug it and plug it in, or restart the computer.</source>
        <translation>{name}이(가) 응답하지 않고 다시 연결할 수도 없습니다. 뺐다가 다시 꽂거나 컴퓨터를 다시 시작하세요.</translation>
    </message>
    <message>
        <source>{name} in it has fields that FaceQA does not read</source>
        <translation>그 안의 {name}에 FaceQA가 읽지 않는 필드가 있습니다</translation>
    </message>
    <message>
        <source>{name} in it is a link or a folder, not a file</source>
        <translation>그 안의 {name}이(가) 파일이 아니라 링크나 폴더입니다</translation>
    </message>
    <message>
        <source>{name} in it is cut off</source>
        <translation>그 안의 {name}이(가) 잘려 있습니다</translation>
    </message>
    <message>
        <source>{name} in it is cut off or overlaps the directory</source>
        <translation>그 안의 {name}이(가) 잘렸거나 목차와 겹칩니다</translation>
    </message>
    <message>
        <source>{name} in it is damaged</source>
        <translation>그 안의 {name}이(가) 손상되었습니다</translation>
    </message>
    <message>
        <source>{name} in it is encrypted</source>
        <translation>그 안의 {name}이(가) 암호화되어 있습니다</translation>
    </message>
    <message>
        <source>{name} in it is not as long as it says</source>
        <translation>그 안의 {name}의 길이가 적힌 것과 다릅니다</translation>
    </message>
    <message>
        <source>{name} in it is packed in a way that FaceQA does not read</source>
        <translation>그 안의 {name}이(가) FaceQA가 읽지 않는 방식으로 압축되어 있습니다</translation>
    </message>
    <message>
        <source>{name} in it overlaps another member</source>
        <translation>그 안의 {name}이(가) 다른 구성 파일과 겹칩니다</translation>
    </message>
    <message>
        <source>{name} in it unpacks to {size}, and may have {most} at most</source>
        <translation>그 안의 {name}을(를) 풀면 {size}인데 최대 {most}까지 가능합니다</translation>
    </message>
    <message>
        <source>{name} in it would be written outside its folder</source>
        <translation>그 안의 {name}이(가) 폴더 밖에 쓰이게 됩니다</translation>
    </message>
    <message>
        <source>{name} is no live camera: no real UV light is released. Choose a camera.</source>
        <translation>{name}은(는) 실시간 카메라가 아닙니다. 실제 자외선은 나오지 않습니다. 카메라를 고르세요.</translation>
    </message>
    <message>
        <source>{name} is not a supervisor. Ask one to allow this.</source>
        <translation>{name}은(는) 관리자가 아닙니다. 관리자에게 허락을 부탁하세요.</translation>
    </message>
    <message>
        <source>{name} is not a supervisor. Ask one to do this.</source>
        <translation>{name}은(는) 관리자가 아닙니다. 관리자에게 부탁하세요.</translation>
    </message>
    <message>
        <source>{name} lights for at most {most:g} s. Set a shorter time in the settings.</source>
        <translation>{name}은(는) 최대 {most:g}초 동안 켜집니다. 설정에서 더 짧게 정하세요.</translation>
    </message>
    <message>
        <source>{name} of {folder} is refused: {fault}. {hint}</source>
        <translation>{folder}의 {name}을(를) 받아들일 수 없습니다: {fault}. {hint}</translation>
    </message>
    <message>
        <source>{name} reports a fault. Switch it off and on again, then test again.</source>
        <translation>{name}이(가) 고장을 알립니다. 껐다가 켜고 다시 점검하세요.</translation>
    </message>
    <message>
        <source>{name} shows no live picture. Choose a camera or a network stream: real UV light is released for a picture of the present moment alone.</source>
        <translation>{name}은(는) 실시간 영상이 아닙니다. 카메라나 네트워크 스트림을 고르세요. 실제 자외선은 현재 모습에만 나옵니다.</translation>
    </message>
    <message>
        <source>{name} stopped sending pictures. Check the network and the camera.</source>
        <translation>{name}이(가) 영상 전송을 멈췄습니다. 네트워크와 카메라를 확인하세요.</translation>
    </message>
    <message>
        <source>{name} was lost before it was lit. {hint}</source>
        <translation>{name}: 켜지기 전에 연결이 끊겼습니다. {hint}</translation>
    </message>
    <message>
        <source>{name} was not armed; it is off. Start again.</source>
        <translation>{name}: 준비된 상태가 아니었으며 꺼져 있습니다. 다시 시작하세요.</translation>
    </message>
    <message>
        <source>{name} was not off; it is now. Start the capture again.</source>
        <translation>{name}: 꺼져 있지 않아 지금 껐습니다. 촬영을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>{name}: {what}. It goes dark by itself. {hint}</source>
        <translation>{name}: {what}. 램프는 스스로 꺼집니다. {hint}</translation>
    </message>
    <message>
        <source>{name}: {what}. Its light is off. {hint}</source>
        <translation>{name}: {what}. 빛은 꺼져 있습니다. {hint}</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one}, {other}</translation>
    </message>
    <message>
        <source>{out} cannot be written: {why}. Name another folder with --out.</source>
        <translation>{out}에 쓸 수 없습니다: {why}. --out으로 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>{pairs} of files are equal; the first: {first}</source>
        <translation>파일 {pairs}이(가) 똑같습니다. 첫 번째: {first}</translation>
    </message>
    <message>
        <source>{path} also holds {name}, unlike its manifest says.</source>
        <translation>매니페스트에 적힌 것과 달리 {path}에 {name}도 있습니다.</translation>
    </message>
    <message>
        <source>{path} belongs to a TensorFlow SavedModel, which can carry code. {hint}</source>
        <translation>{path}은(는) 코드를 담을 수 있는 TensorFlow SavedModel의 일부입니다. {hint}</translation>
    </message>
    <message>
        <source>{path} can be read by others, so it is no secret. Run: chmod 600 {path}</source>
        <translation>다른 사람이 {path}을(를) 읽을 수 있어 비밀이 아닙니다. 다음을 실행하세요: chmod 600 {path}</translation>
    </message>
    <message>
        <source>{path} cannot be read (it is damaged). Replace the file.</source>
        <translation>{path}을(를) 읽을 수 없습니다(손상됨). 파일을 바꾸세요.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Replace the file.</source>
        <translation>{path}을(를) 읽을 수 없습니다({why}). 파일을 바꾸세요.</translation>
    </message>
    <message>
        <source>{path} cannot be read, so the run cannot go on. Remove it to start again.</source>
        <translation>{path}을(를) 읽을 수 없어 실행을 이어서 할 수 없습니다. 다시 시작하려면 이것을 지우세요.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation>{path}을(를) 읽을 수 없습니다: {why}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}. Check its name and its permissions.</source>
        <translation>{path}을(를) 읽을 수 없습니다: {why}. 이름과 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation>{path}에 쓸 수 없습니다: {why}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}. Choose another place.</source>
        <translation>{path}에 쓸 수 없습니다: {why}. 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}. Name another folder.</source>
        <translation>{path}에 쓸 수 없습니다: {why}. 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>{path} could not be tried: {why}. Free some space and memory, then try again.</source>
        <translation>{path}을(를) 시험할 수 없었습니다: {why}. 디스크와 메모리 공간을 비우고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{path} could not be written. Check the folder.</source>
        <translation>{path}에 쓸 수 없었습니다. 폴더를 확인하세요.</translation>
    </message>
    <message>
        <source>{path} does not exist or is not a plain file. Check the name.</source>
        <translation>{path}이(가) 없거나 일반 파일이 아닙니다. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>{path} does not exist. Check the name.</source>
        <translation>{path}이(가) 없습니다. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>{path} ends before its picture {frame}, or is damaged there. Replace the file.</source>
        <translation>{path}이(가) {frame}번 장면 앞에서 끝나거나 그곳이 손상되었습니다. 파일을 바꾸세요.</translation>
    </message>
    <message>
        <source>{path} exists and is no plain file. Name another one.</source>
        <translation>{path}은(는) 이미 있지만 일반 파일이 아닙니다. 다른 이름을 지정하세요.</translation>
    </message>
    <message>
        <source>{path} exists and is not overwritten. Name another file, or allow it to be replaced.</source>
        <translation>{path}이(가) 이미 있으며 덮어쓰지 않습니다. 다른 파일을 지정하거나 바꾸기를 허용하세요.</translation>
    </message>
    <message>
        <source>{path} exists and is not overwritten. Name another file.</source>
        <translation>{path}이(가) 이미 있으며 덮어쓰지 않습니다. 다른 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>{path} has more than {limit} million pixels. Choose a smaller picture.</source>
        <translation>{path}은(는) {limit}백만 화소가 넘습니다. 더 작은 사진을 고르세요.</translation>
    </message>
    <message>
        <source>{path} has no pictures to train on.</source>
        <translation>{path}에 학습할 사진이 없습니다.</translation>
    </message>
    <message>
        <source>{path} has two labels: {first} and {second}. Judge the same data set with both models.</source>
        <translation>{path}의 레이블이 둘입니다: {first}, {second}. 두 모델로 같은 데이터 세트를 판정하세요.</translation>
    </message>
    <message>
        <source>{path} holds no cascade that OpenCV can read. Install FaceQA again.</source>
        <translation>{path}에 OpenCV가 읽을 수 있는 캐스케이드가 없습니다. FaceQA를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>{path} holds no pictures ({endings}). Choose another folder.</source>
        <translation>{path}에 사진이 없습니다({endings}). 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>{path} holds {mode} samples without a known range. Save it with 8 or 16 bits.</source>
        <translation>{path}의 {mode} 표본은 값의 범위를 알 수 없습니다. 8비트나 16비트로 저장하세요.</translation>
    </message>
    <message>
        <source>{path} is a link, so captures could end up elsewhere. Name the folder itself as the store.</source>
        <translation>{path}은(는) 링크여서 촬영이 다른 곳에 저장될 수 있습니다. 저장소로 폴더 자체를 지정하세요.</translation>
    </message>
    <message>
        <source>{path} is a network alone ({kind}); without its manifest nobody can tell its classes or its checksums. {hint}</source>
        <translation>{path}은(는) 네트워크뿐입니다({kind}). 매니페스트가 없으면 분류도 체크섬도 알 수 없습니다. {hint}</translation>
    </message>
    <message>
        <source>{path} is a pickle, joblib or PyTorch file: opening one runs whatever code is in it. {hint}</source>
        <translation>{path}은(는) pickle, joblib 또는 PyTorch 파일입니다. 열면 그 안의 코드가 무엇이든 실행됩니다. {hint}</translation>
    </message>
    <message>
        <source>{path} is a text file, not a packed model. {hint}</source>
        <translation>{path}은(는) 묶은 모델이 아니라 텍스트 파일입니다. {hint}</translation>
    </message>
    <message>
        <source>{path} is an HDF5 file (.h5): such files can carry code that runs when they are opened. {hint}</source>
        <translation>{path}은(는) HDF5 파일(.h5)입니다. 이런 파일은 열 때 실행되는 코드를 담을 수 있습니다. {hint}</translation>
    </message>
    <message>
        <source>{path} is damaged. The run itself is not: look at it later.</source>
        <translation>{path}이(가) 손상되었습니다. 실행 자체는 괜찮으니 나중에 보세요.</translation>
    </message>
    <message>
        <source>{path} is empty (0 bytes). Replace the file.</source>
        <translation>{path}은(는) 빈 파일(0바이트)입니다. 파일을 바꾸세요.</translation>
    </message>
    <message>
        <source>{path} is empty, cut off or not JSON. Copy the model folder again.</source>
        <translation>{path}이(가) 비었거나 잘렸거나 JSON이 아닙니다. 모델 폴더를 다시 복사하세요.</translation>
    </message>
    <message>
        <source>{path} is empty. Copy it again from where it came.</source>
        <translation>{path}이(가) 비어 있습니다. 원래 있던 곳에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>{path} is empty. Copy the model folder again from where it came.</source>
        <translation>{path}이(가) 비어 있습니다. 모델 폴더를 원래 있던 곳에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>{path} is gone, though operators signed in here (audit entry {number}). Put it back from a backup. Without one, begin anew in another FACEQA_HOME; the records stay readable with --store.</source>
        <translation>여기서 운영자가 로그인했는데 {path}이(가) 없어졌습니다(감사 기록 {number}번). 백업에서 되돌려 놓으세요. 백업이 없으면 다른 FACEQA_HOME에서 새로 시작하세요. 기록은 --store로 계속 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>{path} is labelled “{label}”, which is not a class of the model.</source>
        <translation>{path}의 레이블 “{label}”은(는) 모델의 분류가 아닙니다.</translation>
    </message>
    <message>
        <source>{path} is larger than {most} MB, and so is no model of FaceQA. {hint}</source>
        <translation>{path}은(는) {most} MB보다 큽니다. FaceQA의 모델은 그렇게 크지 않습니다. {hint}</translation>
    </message>
    <message>
        <source>{path} is listed in the manifest but does not exist.</source>
        <translation>{path}은(는) 매니페스트에 있지만 실제로는 없습니다.</translation>
    </message>
    <message>
        <source>{path} is not UTF-8 text. Save it as UTF-8.</source>
        <translation>{path}은(는) UTF-8 텍스트가 아닙니다. UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>{path} is not a JPEG, PNG, BMP, WebP or TIFF picture. Choose another file.</source>
        <translation>{path}은(는) JPEG, PNG, BMP, WebP, TIFF 사진이 아닙니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{path} is not a manifest of a model (see: {where}). Train or import it again.</source>
        <translation>{path}은(는) 모델의 매니페스트가 아닙니다(확인할 곳: {where}). 다시 학습하거나 가져오세요.</translation>
    </message>
    <message>
        <source>{path} is not a packed model. {hint}</source>
        <translation>{path}은(는) 묶은 모델이 아닙니다. {hint}</translation>
    </message>
    <message>
        <source>{path} is not a packed model: it has no {manifest}. {hint}</source>
        <translation>{path}은(는) 묶은 모델이 아닙니다. {manifest}이(가) 없습니다. {hint}</translation>
    </message>
    <message>
        <source>{path} is not a packed model: {fault}. {hint}</source>
        <translation>{path}은(는) 묶은 모델이 아닙니다: {fault}. {hint}</translation>
    </message>
    <message>
        <source>{path} is not a plain file. Choose a picture.</source>
        <translation>{path}은(는) 일반 파일이 아닙니다. 사진을 고르세요.</translation>
    </message>
    <message>
        <source>{path} is not a plain file. Copy the model folder again.</source>
        <translation>{path}은(는) 일반 파일이 아닙니다. 모델 폴더를 다시 복사하세요.</translation>
    </message>
    <message>
        <source>{path} is not a plain file. {hint}</source>
        <translation>{path}은(는) 일반 파일이 아닙니다. {hint}</translation>
    </message>
    <message>
        <source>{path} is not a sound model: {fault}. {hint}</source>
        <translation>{path}은(는) 온전한 모델이 아닙니다: {fault}. {hint}</translation>
    </message>
    <message>
        <source>{path} is not a valid CSV file ({error}). Save it again as CSV.</source>
        <translation>{path}은(는) 올바른 CSV 파일이 아닙니다({error}). CSV로 다시 저장하세요.</translation>
    </message>
    <message>
        <source>{path} is not a video that can be played. Choose another file, or convert it to MP4 (H.264).</source>
        <translation>{path}은(는) 재생할 수 있는 동영상이 아닙니다. 다른 파일을 고르거나 MP4(H.264)로 변환하세요.</translation>
    </message>
    <message>
        <source>{path} is not the file that its manifest names. Install FaceQA again.</source>
        <translation>{path}은(는) 매니페스트에 적힌 파일이 아닙니다. FaceQA를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>{path} is not the file that the manifest names: its sha256 begins with {found}, expected {expected}. Copy the model folder again from where it came.</source>
        <translation>{path}은(는) 매니페스트에 적힌 파일이 아닙니다. sha256이 {found}(으)로 시작하는데 {expected}이어야 합니다. 모델 폴더를 원래 있던 곳에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>{path} is not the folder of a run and holds other files. Give an empty or new folder.</source>
        <translation>{path}은(는) 실행 폴더가 아니며 다른 파일이 들어 있습니다. 비어 있거나 새로운 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>{path} is not the manifest of an eye model of this version. Install FaceQA again.</source>
        <translation>{path}은(는) 이 버전의 눈 모델 매니페스트가 아닙니다. FaceQA를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>{path} is not what was stored. Run “faceqa records verify” and restore it from a backup.</source>
        <translation>{path}이(가) 저장된 것과 다릅니다. “faceqa records verify”를 실행하고 백업에서 복원하세요.</translation>
    </message>
    <message>
        <source>{path} is only {width}×{height} pixels. Choose a larger picture.</source>
        <translation>{path}은(는) {width}×{height} 화소뿐입니다. 더 큰 사진을 고르세요.</translation>
    </message>
    <message>
        <source>{path} is too large to be of a model of FaceQA. Copy it again.</source>
        <translation>{path}은(는) FaceQA의 모델이라기에는 너무 큽니다. 다시 복사하세요.</translation>
    </message>
    <message>
        <source>{path} lacks the column {missing}. Its first line must name at least: {needed}.</source>
        <translation>{path}에 {missing} 열이 없습니다. 첫 줄에 적어도 다음이 있어야 합니다: {needed}.</translation>
    </message>
    <message>
        <source>{path} lacks {name}, unlike its manifest says.</source>
        <translation>매니페스트에 적힌 것과 달리 {path}에 {name}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>{path} names a column twice. Each column needs its own name.</source>
        <translation>{path}에 같은 이름의 열이 둘 있습니다. 열마다 이름이 달라야 합니다.</translation>
    </message>
    <message>
        <source>{path} was left out: the processes that judged it and its neighbours ended several times. Run again with the same folder to try once more.</source>
        <translation>{path}을(를) 뺐습니다. 이것과 이웃한 사진을 판정하던 프로세스가 여러 번 종료되었습니다. 같은 폴더로 다시 실행하면 한 번 더 시도합니다.</translation>
    </message>
    <message>
        <source>{path} was not imported: somebody stopped it. Import it again.</source>
        <translation>{path}을(를) 가져오지 않았습니다. 누군가 멈췄습니다. 다시 가져오세요.</translation>
    </message>
    <message>
        <source>{path} was written by a newer FaceQA (form {version}, this one reads {known}). Install the newer FaceQA, or take an older model.</source>
        <translation>{path}은(는) 더 새로운 FaceQA가 썼습니다(형식 {version}, 여기서는 {known}까지). 더 새로운 FaceQA를 설치하거나 예전 모델을 쓰세요.</translation>
    </message>
    <message>
        <source>{path} {fault}, so nobody can sign in and settings, models, purges and operators stay closed. Put a good copy of it back, or move it away to choose anew.</source>
        <translation>{path}: {fault}. 그래서 아무도 로그인할 수 없고 설정, 모델, 영구 삭제, 운영자 관리가 닫혀 있습니다. 정상 사본을 되돌려 놓거나, 새로 정하려면 이 파일을 다른 곳으로 옮기세요.</translation>
    </message>
    <message>
        <source>{path}, line {line}</source>
        <translation>{path} {line}행</translation>
    </message>
    <message>
        <source>{path}, line {line}: {file} is already listed in {first}. List every picture once.</source>
        <translation>{path} {line}행: {file}은(는) {first}에 이미 있습니다. 사진마다 한 번만 적으세요.</translation>
    </message>
    <message>
        <source>{peer} does not take photographs (VL Photographic Image). Nothing was sent.</source>
        <translation>{peer}은(는) 사진(VL Photographic Image)을 받지 않습니다. 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>{peer} ended the connection or stopped answering. Check that it knows us as {calling} and that it runs, then send again.</source>
        <translation>{peer}이(가) 연결을 끊었거나 응답을 멈췄습니다. 우리를 {calling}(으)로 알고 있는지, 작동 중인지 확인하고 다시 보내세요.</translation>
    </message>
    <message>
        <source>{peer} has no room left (status {status:04X}). Free some there, then try again.</source>
        <translation>{peer}에 남은 공간이 없습니다(상태 {status:04X}). 그곳의 공간을 비우고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{peer} refuses the test message. Nothing was sent.</source>
        <translation>{peer}이(가) 시험 메시지를 거부합니다. 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>{pictures} {note}; the first: {path}</source>
        <translation>{pictures} {note}. 첫 번째: {path}</translation>
    </message>
    <message>
        <source>{place} cannot be decrypted: it was altered or belongs elsewhere. Restore it from a backup.</source>
        <translation>{place}의 암호를 풀 수 없습니다. 바뀌었거나 다른 곳의 것입니다. 백업에서 복원하세요.</translation>
    </message>
    <message>
        <source>{place} cannot be read: {why}.</source>
        <translation>{place}을(를) 읽을 수 없습니다: {why}.</translation>
    </message>
    <message>
        <source>{place} holds no key of FaceQA. Restore it from your copy.</source>
        <translation>{place}에 FaceQA의 키가 없습니다. 사본에서 복원하세요.</translation>
    </message>
    <message>
        <source>{place} in {index} cannot be read. Run “faceqa records verify”.</source>
        <translation>{index}의 {place}을(를) 읽을 수 없습니다. “faceqa records verify”를 실행하세요.</translation>
    </message>
    <message>
        <source>{place} is encrypted and no key was given. Give the key file, or start where the system&apos;s keyring holds the key.</source>
        <translation>{place}은(는) 암호화되어 있는데 키가 없습니다. 키 파일을 지정하거나, 시스템 키링에 키가 있는 곳에서 시작하세요.</translation>
    </message>
    <message>
        <source>{place} is encrypted with the key {key}, not with {name}. Give the key that was in use when it was stored.</source>
        <translation>{place}은(는) {name}이(가) 아니라 키 {key}(으)로 암호화되어 있습니다. 저장할 때 쓰던 키를 지정하세요.</translation>
    </message>
    <message>
        <source>{place} is not a capture record. Run “faceqa records verify” and restore it from a backup.</source>
        <translation>{place}은(는) 촬영 기록이 아닙니다. “faceqa records verify”를 실행하고 백업에서 복원하세요.</translation>
    </message>
    <message>
        <source>{place} is not a plan of a run. Give another folder for the run.</source>
        <translation>{place}은(는) 실행 계획이 아닙니다. 실행에 쓸 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>{place} of the audit trail cannot be read. Run “faceqa records verify”.</source>
        <translation>감사 기록의 {place}을(를) 읽을 수 없습니다. “faceqa records verify”를 실행하세요.</translation>
    </message>
    <message>
        <source>{problem} The exposure was not begun.</source>
        <translation>{problem} 노출을 시작하지 않았습니다.</translation>
    </message>
    <message>
        <source>{root} cannot be read as a list of pictures. Choose a folder or a CSV file in UTF-8.</source>
        <translation>{root}을(를) 사진 목록으로 읽을 수 없습니다. 폴더나 UTF-8 CSV 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{root} had an index, which is gone. Nothing was written; restore {index} from a backup.</source>
        <translation>{root}에 있던 색인이 없어졌습니다. 아무것도 쓰지 않았습니다. 백업에서 {index}을(를) 복원하세요.</translation>
    </message>
    <message>
        <source>{root} has no manifest.csv and no folder {missing}. It needs one folder per class: {labels}.</source>
        <translation>{root}에 manifest.csv도 없고 {missing} 폴더도 없습니다. 분류마다 폴더가 하나씩 필요합니다: {labels}.</translation>
    </message>
    <message>
        <source>{root} has no splits. Leave out the split “{name}”.</source>
        <translation>{root}에는 분할이 없습니다. “{name}” 분할을 빼세요.</translation>
    </message>
    <message>
        <source>{root} holds no pictures. Give a folder with pictures in it.</source>
        <translation>{root}에 사진이 없습니다. 사진이 든 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>{root} holds the folder {unknown}, which is not a class. Move it elsewhere or name it as one of: {labels}.</source>
        <translation>{root}에 분류가 아닌 {unknown} 폴더가 있습니다. 다른 곳으로 옮기거나 다음 중 하나로 이름을 바꾸세요: {labels}.</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}초</translation>
    </message>
    <message>
        <source>{size:.0f} MB</source>
        <translation>{size:.0f} MB</translation>
    </message>
    <message>
        <source>{size} bytes</source>
        <translation>{size}바이트</translation>
    </message>
    <message>
        <source>{source} delivered a picture of an unusable form ({values}, {shape}). Choose another video format.</source>
        <translation>{source}에서 쓸 수 없는 형식({values}, {shape})의 영상이 나왔습니다. 다른 동영상 형식을 고르세요.</translation>
    </message>
    <message>
        <source>{source} sends its pictures at the usual pace again.</source>
        <translation>{source}에서 영상이 다시 평소 속도로 옵니다.</translation>
    </message>
    <message>
        <source>{source} sends {present:.1f} pictures a second instead of {usual:.0f}; they are not judged. Check its cable and the light.</source>
        <translation>{source}에서 영상이 초당 {usual:.0f}장이 아니라 {present:.1f}장 옵니다. 이 영상은 판정하지 않습니다. 케이블과 조명을 확인하세요.</translation>
    </message>
    <message>
        <source>{target} exists and is no folder. Name another one.</source>
        <translation>{target}은(는) 이미 있지만 폴더가 아닙니다. 다른 이름을 지정하세요.</translation>
    </message>
    <message>
        <source>{target} holds files already and is not overwritten. Name another folder, or allow it to be replaced.</source>
        <translation>{target}에 이미 파일이 있어 덮어쓰지 않습니다. 다른 폴더를 지정하거나 바꾸기를 허용하세요.</translation>
    </message>
    <message>
        <source>{target} holds more than an earlier export, so it is not replaced. Name another one.</source>
        <translation>{target}에 이전 내보내기 말고 다른 것도 있어 바꾸지 않습니다. 다른 이름을 지정하세요.</translation>
    </message>
    <message>
        <source>{told}. Nothing speaks for this class.</source>
        <translation>{told}. 이 분류를 뒷받침하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>{value:.3f} [{low:.3f} to {high:.3f}]</source>
        <translation>{value:.3f} [{low:.3f}~{high:.3f}]</translation>
    </message>
    <message>
        <source>{value} (in use)</source>
        <translation>{value}(사용 중)</translation>
    </message>
    <message>
        <source>{weights} does not hold the weights of {title}. Name another file with --weights.</source>
        <translation>{weights}에 {title}의 가중치가 없습니다. --weights로 다른 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>{what} cannot stand in a DICOM object: it may have {length} characters, and no backslash or control character. Give another one with the export.</source>
        <translation>{what}을(를) DICOM 객체에 넣을 수 없습니다. {length}자 이하여야 하고 백슬래시나 제어 문자가 없어야 합니다. 내보낼 때 다른 것을 지정하세요.</translation>
    </message>
    <message>
        <source>{what} in {place}: the disk or its quota is full. Free some space, then try again.</source>
        <translation>{what}({place}): 디스크나 할당량이 가득 찼습니다. 공간을 비우고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{what} in {place}: writing or reading is not permitted there. Check the folder&apos;s permissions.</source>
        <translation>{what}({place}): 그곳에서는 쓰기나 읽기가 허용되지 않습니다. 폴더의 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>{what} in {place}: {why}. Check that the folder exists and its drive is connected.</source>
        <translation>{what}({place}): {why}. 폴더가 있고 드라이브가 연결되어 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>{what} in {root}: only {free:.0f} MB are free and {needed:.0f} MB are needed. Free some space.</source>
        <translation>{what}({root}): {needed:.0f} MB가 필요한데 {free:.0f} MB만 남았습니다. 공간을 비우세요.</translation>
    </message>
    <message>
        <source>{what}, again. Close FaceQA and start it once more.</source>
        <translation>{what}. 이번이 처음이 아닙니다. FaceQA를 닫고 한 번 더 시작하세요.</translation>
    </message>
    <message>
        <source>{what}. The model is loaded again; acknowledge this to go on.</source>
        <translation>{what}. 모델을 다시 불러옵니다. 계속하려면 확인을 누르세요.</translation>
    </message>
    <message>
        <source>{what}: {root} has no {index}. If an older FaceQA made it, start the station on it once; else restore the index from a backup.</source>
        <translation>{what}: {root}에 {index}이(가) 없습니다. 예전 FaceQA가 만든 것이면 스테이션을 그곳에서 한 번 시작하고, 아니면 백업에서 색인을 복원하세요.</translation>
    </message>
    <message>
        <source>{where} has too few classes of {name} to learn from ({known}). Add pictures of at least two.</source>
        <translation>{where}에는 학습할 {name} 분류가 너무 적습니다({known}). 둘 이상의 분류에 사진을 추가하세요.</translation>
    </message>
    <message>
        <source>{where}: it does not have the {count} columns of the first line. Add the missing commas, or quote text that holds one.</source>
        <translation>{where}: 첫 줄의 열 {count}개와 수가 다릅니다. 빠진 쉼표를 넣거나, 쉼표가 든 글을 따옴표로 묶으세요.</translation>
    </message>
    <message>
        <source>{where}: the {column} “{text}” is not known. Use one of: {labels}.</source>
        <translation>{where}: {column} 열의 “{text}”을(를) 알 수 없습니다. 다음 중 하나를 쓰세요: {labels}.</translation>
    </message>
    <message>
        <source>{where}: “{text}” does not name a file inside the data folder. Give the path relative to it, without “..”.</source>
        <translation>{where}: “{text}”은(는) 데이터 폴더 안의 파일이 아닙니다. “..” 없이 데이터 폴더를 기준으로 한 경로를 적으세요.</translation>
    </message>
    <message>
        <source>“{name}” in it has not as many numbers as it says</source>
        <translation>그 안의 “{name}”에 적힌 수만큼 숫자가 없습니다</translation>
    </message>
    <message>
        <source>“{name}” in it holds numbers that are not finite</source>
        <translation>그 안의 “{name}”에 유한하지 않은 숫자가 있습니다</translation>
    </message>
    <message>
        <source>“{name}” in it is not a plain array of numbers</source>
        <translation>그 안의 “{name}”이(가) 단순한 숫자 배열이 아닙니다</translation>
    </message>
    <message>
        <source>“{shown}” is not a source that can be found. Give demo, a camera number or name, an http, https or rtsp address, a video file, a picture or a folder of pictures.</source>
        <translation>“{shown}”이라는 영상 입력을 찾을 수 없습니다. demo, 카메라 번호나 이름, http·https·rtsp 주소, 동영상 파일, 사진 또는 사진 폴더를 입력하세요.</translation>
    </message>
    <message>
        <source>… and {count} smaller groups (all of them with --json or --csv).</source>
        <translation>… 그리고 더 작은 집단 {count}개(--json이나 --csv로 모두 볼 수 있음).</translation>
    </message>
    <message>
        <source>▲ {problem}</source>
        <translation>▲ {problem}</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Backlight</source>
        <translation>역광</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>묶음 크기</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>차단</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>끊김</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>조작</translation>
    </message>
    <message>
        <source>Daily limit</source>
        <translation>하루 한도</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Darkness</source>
        <translation>어두움</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>결정 규칙</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>Dwell</source>
        <translation>유지 시간</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>Explain now</source>
        <translation>지금 설명</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>노출</translation>
    </message>
    <message>
        <source>Exposure limit</source>
        <translation>노출 한도</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>눈</translation>
    </message>
    <message>
        <source>Face position</source>
        <translation>얼굴 위치</translation>
    </message>
    <message>
        <source>Face size</source>
        <translation>얼굴 크기</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>멈춘 영상</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>게이트</translation>
    </message>
    <message>
        <source>General</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>Ghost</source>
        <translation>이전 촬영 겹침</translation>
    </message>
    <message>
        <source>Glare</source>
        <translation>눈부심</translation>
    </message>
    <message>
        <source>Good threshold</source>
        <translation>양호 임계값</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>안내</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>미사용 시간</translation>
    </message>
    <message>
        <source>Irradiance</source>
        <translation>조사 강도</translation>
    </message>
    <message>
        <source>J/m²</source>
        <translation>J/m²</translation>
    </message>
    <message>
        <source>Kernel width</source>
        <translation>커널 폭</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>키 파일</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>키링</translation>
    </message>
    <message>
        <source>Lamp rise</source>
        <translation>램프 점등 시간</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Least agreement</source>
        <translation>최소 일치도</translation>
    </message>
    <message>
        <source>Least brightness</source>
        <translation>최소 밝기</translation>
    </message>
    <message>
        <source>Least evidence inside</source>
        <translation>최소 얼굴 안 근거</translation>
    </message>
    <message>
        <source>Least face</source>
        <translation>최소 얼굴 너비</translation>
    </message>
    <message>
        <source>Least face share</source>
        <translation>최소 얼굴 비율</translation>
    </message>
    <message>
        <source>Least fit</source>
        <translation>최소 적합도</translation>
    </message>
    <message>
        <source>Least sharpness</source>
        <translation>최소 선명도</translation>
    </message>
    <message>
        <source>Least stability</source>
        <translation>최소 안정성</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Live view</source>
        <translation>실시간 영상</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Low trust</source>
        <translation>약한 설명</translation>
    </message>
    <message>
        <source>M: frames looked at together</source>
        <translation>M: 함께 살펴보는 프레임 수</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>좌우 반전</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Most backlight</source>
        <translation>최대 역광</translation>
    </message>
    <message>
        <source>Most face share</source>
        <translation>최대 얼굴 비율</translation>
    </message>
    <message>
        <source>Most glare</source>
        <translation>최대 눈부심</translation>
    </message>
    <message>
        <source>Most offset</source>
        <translation>최대 어긋남</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>음소거</translation>
    </message>
    <message>
        <source>N of M frames that must be green</source>
        <translation>M개 중 초록이어야 하는 프레임 수 N</translation>
    </message>
    <message>
        <source>Needed frames</source>
        <translation>필요한 프레임</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Open seen</source>
        <translation>뜬 눈 확인</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운영자</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>운영자</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>겹침</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pedal does</source>
        <translation>발판 동작</translation>
    </message>
    <message>
        <source>Pedal key</source>
        <translation>발판 키</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>허용</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>영상 크기</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>품질</translation>
    </message>
    <message>
        <source>Quality override</source>
        <translation>판정 무효 허용</translation>
    </message>
    <message>
        <source>Quickshift kernel size</source>
        <translation>Quickshift 커널 크기</translation>
    </message>
    <message>
        <source>Quickshift max distance</source>
        <translation>Quickshift 최대 거리</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>회전</translation>
    </message>
    <message>
        <source>Sample count</source>
        <translation>표본 수</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>직렬 포트</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>직렬 포트</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>선명도</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>시뮬레이션</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>영상 입력</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>음성</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>Subject window</source>
        <translation>대상자 창</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템 설정</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>신호음</translation>
    </message>
    <message>
        <source>Top superpixels</source>
        <translation>상위 슈퍼픽셀</translation>
    </message>
    <message>
        <source>UV</source>
        <translation>UV</translation>
    </message>
    <message>
        <source>UV capture</source>
        <translation>UV 촬영</translation>
    </message>
    <message>
        <source>UV light</source>
        <translation>자외선</translation>
    </message>
    <message>
        <source>UV light is released only while this window is in front</source>
        <translation>이 창이 맨 앞에 있을 때만 자외선을 허용합니다</translation>
    </message>
    <message>
        <source>Until stable</source>
        <translation>안정될 때까지</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>유효 시간</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>음량</translation>
    </message>
    <message>
        <source>W/m²</source>
        <translation>W/m²</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>White balance</source>
        <translation>화이트 밸런스</translation>
    </message>
    <message>
        <source>Window frames</source>
        <translation>창 프레임</translation>
    </message>
    <message>
        <source>Window in front</source>
        <translation>맨 앞 창</translation>
    </message>
    <message>
        <source>a face lost for this long is a new face</source>
        <translation>얼굴이 이 시간 동안 사라지면 새 얼굴로 봅니다</translation>
    </message>
    <message>
        <source>a good face held this long is explained</source>
        <translation>양호한 얼굴이 이 시간 동안 유지되면 설명합니다</translation>
    </message>
    <message>
        <source>a station that nobody touches for this long shows nobody and waits; operators sign in again. At least 30; 0: never, where nobody signs in</source>
        <translation>이 시간 동안 아무도 사용하지 않으면 아무도 표시하지 않고 기다립니다. 운영자는 다시 로그인합니다. 30 이상, 로그인을 쓰지 않으면 0: 사용 안 함</translation>
    </message>
    <message>
        <source>a tone for “come closer”, “hold still”, “close your eyes”, “light on” and “done”: closed eyes cannot read</source>
        <translation>“가까이”, “움직이지 마세요”, “눈을 감으세요”, “빛 켜짐”, “끝”을 신호음으로 알립니다. 감은 눈은 글을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>a window for the subject with large print, on the second screen if there is one</source>
        <translation>대상자를 위한 큰 글씨 창입니다. 두 번째 화면이 있으면 그곳에 표시합니다</translation>
    </message>
    <message>
        <source>an unchanging picture for this long is frozen</source>
        <translation>영상이 이 시간 동안 변하지 않으면 멈춘 것으로 봅니다</translation>
    </message>
    <message>
        <source>ask for enough pixels across the face</source>
        <translation>얼굴의 픽셀 수가 충분한지 확인합니다</translation>
    </message>
    <message>
        <source>ask that no light shines from behind</source>
        <translation>뒤에서 빛이 비치지 않는지 확인합니다</translation>
    </message>
    <message>
        <source>ask that the face fills the guide</source>
        <translation>얼굴이 안내선을 채우는지 확인합니다</translation>
    </message>
    <message>
        <source>ask that the face is bright enough</source>
        <translation>얼굴이 충분히 밝은지 확인합니다</translation>
    </message>
    <message>
        <source>ask that the face is in the middle</source>
        <translation>얼굴이 가운데에 있는지 확인합니다</translation>
    </message>
    <message>
        <source>ask that the face is not too bright</source>
        <translation>얼굴이 너무 밝지 않은지 확인합니다</translation>
    </message>
    <message>
        <source>ask that the found face is sharp</source>
        <translation>찾은 얼굴이 선명한지 확인합니다</translation>
    </message>
    <message>
        <source>at most {count} characters</source>
        <translation>최대 {count}자까지 입력할 수 있습니다</translation>
    </message>
    <message>
        <source>camera index or name, file, folder, address or demo</source>
        <translation>카메라 번호나 이름, 파일, 폴더, 주소 또는 demo</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>encrypt what is stored, from the next start on, with a key in the system&apos;s keyring or in a file: make it with “faceqa records key create”. Whoever loses the key loses the records</source>
        <translation>다음 시작부터 저장하는 것을 시스템 키링이나 파일에 있는 키로 암호화합니다. 키는 “faceqa records key create”로 만듭니다. 키를 잃으면 기록도 잃습니다</translation>
    </message>
    <message>
        <source>file of the key, where it is in a file; keep a copy of it elsewhere</source>
        <translation>키가 파일에 있을 때 그 파일. 사본을 다른 곳에 보관하세요</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>how long green must hold before it is shown</source>
        <translation>초록을 표시하기 전에 유지되어야 하는 시간</translation>
    </message>
    <message>
        <source>how long the lamp is lit in one capture, in seconds</source>
        <translation>한 번 촬영할 때 램프를 켜는 시간(초)</translation>
    </message>
    <message>
        <source>how much brighter than the face the rest may be, of 255</source>
        <translation>나머지가 얼굴보다 얼마나 더 밝아도 되는지(255 중)</translation>
    </message>
    <message>
        <source>how people see themselves; what is judged and stored is never mirrored</source>
        <translation>거울처럼 보입니다. 판정하고 저장하는 영상은 반전하지 않습니다</translation>
    </message>
    <message>
        <source>imported model or its folder, from the next start on; empty: the shipped one</source>
        <translation>가져온 모델 또는 그 폴더. 다음 시작부터 적용됩니다. 비우면 기본 제공 모델</translation>
    </message>
    <message>
        <source>key that the foot pedal sends; F9 always asks for UV light</source>
        <translation>발판이 보내는 키. F9는 항상 자외선을 요청합니다</translation>
    </message>
    <message>
        <source>language of the windows; changes at once</source>
        <translation>창의 언어. 바로 바뀝니다</translation>
    </message>
    <message>
        <source>largest dose of one capture: irradiance × time</source>
        <translation>한 번 촬영의 최대 조사량: 조사 강도 × 시간</translation>
    </message>
    <message>
        <source>largest dose of one subject in 24 hours; ask whoever answers for the lamp. Unprotected eyes: 10000 J/m² of UV-A in 8 hours (ICNIRP 2004)</source>
        <translation>대상자 한 명의 24시간 최대 조사량. 램프 책임자에게 문의하세요. 보호하지 않은 눈: UV-A 8시간에 10000 J/m²(ICNIRP 2004)</translation>
    </message>
    <message>
        <source>largest share of the face that is pure white</source>
        <translation>얼굴에서 완전히 흰 부분의 최대 비율</translation>
    </message>
    <message>
        <source>largest width of the face, as a share of the guide&apos;s side</source>
        <translation>안내선 한 변에 대한 얼굴 너비의 최대 비율</translation>
    </message>
    <message>
        <source>let an operator overrule a finding about the face, with a written reason; glasses and eyes are never overruled</source>
        <translation>운영자가 이유를 적고 얼굴에 대한 판정을 무효로 할 수 있게 합니다. 안경과 눈에 대한 판정은 무효로 할 수 없습니다</translation>
    </message>
    <message>
        <source>life of a UV permission</source>
        <translation>UV 허용의 유효 시간</translation>
    </message>
    <message>
        <source>life of an explanation for the same face</source>
        <translation>같은 얼굴에 대한 설명의 유효 시간</translation>
    </message>
    <message>
        <source>locked: the camera keeps what it has found a second after it was opened, where its driver can</source>
        <translation>고정: 드라이버가 지원하면 카메라를 연 지 1초 뒤에 찾은 값을 유지합니다</translation>
    </message>
    <message>
        <source>longest link inside a superpixel</source>
        <translation>슈퍼픽셀 안의 가장 긴 연결</translation>
    </message>
    <message>
        <source>longest way of the face from the middle, as a share of the guide&apos;s side</source>
        <translation>안내선 한 변에 대한, 가운데에서 얼굴까지의 최대 거리 비율</translation>
    </message>
    <message>
        <source>looks of the window</source>
        <translation>창의 모양</translation>
    </message>
    <message>
        <source>loudness of tones and speech</source>
        <translation>신호음과 음성의 크기</translation>
    </message>
    <message>
        <source>name of the one local operator, where nobody signs in</source>
        <translation>로그인을 쓰지 않을 때 로컬 운영자의 이름</translation>
    </message>
    <message>
        <source>no assessment for this long closes the gate</source>
        <translation>이 시간 동안 판정이 없으면 게이트를 닫습니다</translation>
    </message>
    <message>
        <source>no tones and no speech for now</source>
        <translation>지금은 신호음과 음성을 내지 않습니다</translation>
    </message>
    <message>
        <source>of 255</source>
        <translation>/ 255</translation>
    </message>
    <message>
        <source>of face</source>
        <translation>× 얼굴</translation>
    </message>
    <message>
        <source>of the cosine-distance kernel</source>
        <translation>코사인 거리 커널의 폭</translation>
    </message>
    <message>
        <source>of the lamp at the face, as measured there</source>
        <translation>얼굴 위치에서 측정한 램프의 조사 강도</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>opacity of the heat map on the explained picture</source>
        <translation>설명한 사진 위 열지도의 불투명도</translation>
    </message>
    <message>
        <source>open eyes must have been seen this recently before closed ones count</source>
        <translation>감은 눈을 인정하려면 이 시간 안에 뜬 눈이 확인되어야 합니다</translation>
    </message>
    <message>
        <source>perturbed pictures</source>
        <translation>변형한 사진 수</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>장</translation>
    </message>
    <message>
        <source>pictures at once; live frames wait for one batch at most</source>
        <translation>한 번에 처리하는 사진 수. 실시간 프레임은 최대 한 묶음만 기다립니다</translation>
    </message>
    <message>
        <source>port of the serial lamp, such as /dev/ttyUSB0 or COM3, from the next start on</source>
        <translation>직렬 램프의 포트(예: /dev/ttyUSB0 또는 COM3). 다음 시작부터 적용됩니다</translation>
    </message>
    <message>
        <source>probability needed to call a face good; empty: the model&apos;s own</source>
        <translation>얼굴을 양호로 판정하는 데 필요한 확률. 비우면 모델의 값</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>rule for the lab&apos;s measurements; a station always uses the decision, because the paper&apos;s rule calls closed what it cannot see</source>
        <translation>랩 측정에 쓰는 규칙. 논문의 규칙은 보이지 않는 것을 감은 것으로 보므로 스테이션은 항상 결정 규칙을 사용합니다</translation>
    </message>
    <message>
        <source>s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>second camera that looks while the lamp is lit: named like the source, which it must not be; empty: none</source>
        <translation>램프가 켜진 동안 보는 두 번째 카메라. 영상 입력과 같은 방식으로 적되 같은 것이면 안 됩니다. 비우면 없음</translation>
    </message>
    <message>
        <source>seed of superpixels and perturbations</source>
        <translation>슈퍼픽셀과 변형의 시드</translation>
    </message>
    <message>
        <source>show the subject&apos;s last capture faintly over the live view</source>
        <translation>대상자의 지난 촬영을 실시간 영상 위에 희미하게 표시합니다</translation>
    </message>
    <message>
        <source>size asked of the camera; one that it does not have gives another, and that is said</source>
        <translation>카메라에 요청할 크기. 카메라에 없는 크기면 다른 크기가 되며 그 사실을 알립니다</translation>
    </message>
    <message>
        <source>smallest mean grey level of the face, of 255</source>
        <translation>얼굴의 최소 평균 밝기(255 중)</translation>
    </message>
    <message>
        <source>smallest share of the face&apos;s fine detail that more blur would take</source>
        <translation>더 흐리게 할 때 사라질 얼굴 세부의 최소 비율</translation>
    </message>
    <message>
        <source>smallest width of the face in the camera&apos;s picture, in pixels</source>
        <translation>카메라 영상에서 얼굴의 최소 너비(픽셀)</translation>
    </message>
    <message>
        <source>smallest width of the face, as a share of the guide&apos;s side</source>
        <translation>안내선 한 변에 대한 얼굴 너비의 최소 비율</translation>
    </message>
    <message>
        <source>stop early once the top superpixels have held</source>
        <translation>상위 슈퍼픽셀이 안정되면 일찍 멈춥니다</translation>
    </message>
    <message>
        <source>superpixels that are kept and shown</source>
        <translation>남겨서 표시하는 슈퍼픽셀 수</translation>
    </message>
    <message>
        <source>the lamp, from the next start on; the simulated one emits no light</source>
        <translation>램프. 다음 시작부터 적용됩니다. 시뮬레이션 램프는 빛을 내지 않습니다</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>모델의 값</translation>
    </message>
    <message>
        <source>the same in words, where this computer has a voice for the language</source>
        <translation>같은 내용을 말로 알립니다. 이 컴퓨터에 해당 언어의 음성이 있어야 합니다</translation>
    </message>
    <message>
        <source>time the lamp takes to full light; no UV picture counts before</source>
        <translation>램프가 최대 밝기에 이르는 시간. 그 전의 UV 영상은 인정하지 않습니다</translation>
    </message>
    <message>
        <source>turn the picture clockwise, for a camera that hangs on its side; what is judged and stored is turned as well</source>
        <translation>카메라를 옆으로 달았을 때 영상을 시계 방향으로 돌립니다. 판정하고 저장하는 영상도 함께 돌립니다</translation>
    </message>
    <message>
        <source>weak below this agreement of Grad-CAM and LIME (IoU)</source>
        <translation>Grad-CAM과 LIME의 일치도(IoU)가 이보다 낮으면 약한 설명입니다</translation>
    </message>
    <message>
        <source>weak below this fit of LIME&apos;s simple model (R²)</source>
        <translation>LIME 단순 모델의 적합도(R²)가 이보다 낮으면 약한 설명입니다</translation>
    </message>
    <message>
        <source>weak below this share of evidence inside the face</source>
        <translation>얼굴 안 근거의 비율이 이보다 낮으면 약한 설명입니다</translation>
    </message>
    <message>
        <source>weak below this share of resamples with the same top</source>
        <translation>같은 상위 부분이 나온 재표본의 비율이 이보다 낮으면 약한 설명입니다</translation>
    </message>
    <message>
        <source>what a press of the foot pedal does</source>
        <translation>발판을 누르면 하는 일</translation>
    </message>
    <message>
        <source>whether a weak explanation keeps UV light off or only warns</source>
        <translation>약한 설명일 때 자외선을 막을지, 경고만 할지</translation>
    </message>
    <message>
        <source>width of the density kernel of superpixels in pixels</source>
        <translation>슈퍼픽셀 밀도 커널의 폭(픽셀)</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>× guide</source>
        <translation>× 안내선</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Blur</source>
        <translation>흐림</translation>
    </message>
    <message>
        <source>Covered face</source>
        <translation>가려진 얼굴</translation>
    </message>
    <message>
        <source>Eyeglasses</source>
        <translation>안경</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>양호</translation>
    </message>
    <message>
        <source>Grad-CAM and LIME point at different places.</source>
        <translation>Grad-CAM과 LIME이 서로 다른 곳을 가리킵니다.</translation>
    </message>
    <message>
        <source>LIME&apos;s simple model does not follow the network here.</source>
        <translation>LIME의 단순 모델이 여기서 신경망을 따르지 않습니다.</translation>
    </message>
    <message>
        <source>No face was found that its evidence could lie in.</source>
        <translation>근거가 놓일 얼굴을 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Nothing in the picture speaks for this class.</source>
        <translation>사진에 이 분류를 뒷받침하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>운영자</translation>
    </message>
    <message>
        <source>Other samples would have named other parts.</source>
        <translation>표본이 달랐다면 다른 부분이 꼽혔을 것입니다.</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>관리자</translation>
    </message>
    <message>
        <source>Too much of its evidence lies outside the face.</source>
        <translation>근거의 상당 부분이 얼굴 밖에 있습니다.</translation>
    </message>
    <message>
        <source>Wrong object</source>
        <translation>다른 물체</translation>
    </message>
    <message>
        <source>change the settings</source>
        <translation>설정 변경</translation>
    </message>
    <message>
        <source>change who works here</source>
        <translation>운영자 변경</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>감음</translation>
    </message>
    <message>
        <source>import a model</source>
        <translation>모델 가져오기</translation>
    </message>
    <message>
        <source>light comes from behind</source>
        <translation>뒤에서 빛이 들어옴</translation>
    </message>
    <message>
        <source>open</source>
        <translation>뜸</translation>
    </message>
    <message>
        <source>overrule a finding</source>
        <translation>판정 무효</translation>
    </message>
    <message>
        <source>remove a subject&apos;s records</source>
        <translation>대상자 기록 삭제</translation>
    </message>
    <message>
        <source>the face has too few pixels</source>
        <translation>얼굴의 픽셀이 너무 적음</translation>
    </message>
    <message>
        <source>the face is covered</source>
        <translation>얼굴이 가려짐</translation>
    </message>
    <message>
        <source>the face is not in the middle</source>
        <translation>얼굴이 가운데에 있지 않음</translation>
    </message>
    <message>
        <source>the face is not sharp</source>
        <translation>얼굴이 선명하지 않음</translation>
    </message>
    <message>
        <source>the face is too bright</source>
        <translation>얼굴이 너무 밝음</translation>
    </message>
    <message>
        <source>the face is too dark</source>
        <translation>얼굴이 너무 어두움</translation>
    </message>
    <message>
        <source>the face is too small or too large</source>
        <translation>얼굴이 너무 작거나 너무 큼</translation>
    </message>
    <message>
        <source>the picture is blurred</source>
        <translation>영상이 흐림</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
</context>
</TS>
