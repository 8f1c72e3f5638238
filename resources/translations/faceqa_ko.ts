<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Confidence against accuracy. Expected calibration error {evaluation.ece:.3f}; a calibrated model lies on the diagonal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rank}: {weight:.3f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{self._words[step]}: {states[self._steps[step]]}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptureDetails</name>
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
    <message>
        <source>this capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of its pictures cannot be shown. {}</source>
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
    <message>
        <source> And {} more.</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>Export {} capture(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting {} capture(s)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FaceQA captures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No capture is listed.</source>
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
        <source>the whole store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} captures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ Exported to {}, but not whole. {}{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {} capture(s) exported to {}, sha256 {}…</source>
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
    <message>
        <source>1 capture</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>{} captures</source>
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
        <source>Confusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
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
        <source> {:,} listed pictures are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pictures ({:,})</source>
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
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{:,} pictures: {}.</source>
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
        <source>Eye detectors  ·  {}</source>
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
        <source>✓ {:,} faces looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {:,} pictures judged in {:.1f} s by {}, {:,} left out</source>
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
        <source>Choose the file of a packed model.</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>Add</source>
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
        <source>Change PIN…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator: {}. Lock and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operators…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
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
        <source>A new PIN for {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an operator</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>Explain the picture that is chosen.</source>
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
        <source> · {:.0f} a second · {} left</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>{:,} of {:,} pictures</source>
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
        <source>Give your name and your PIN.</source>
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
        <source>Wrong PINs were tried. The next one is looked at in {}.</source>
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
        <source>Give a supervisor&apos;s name and PIN.</source>
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
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lab: judge a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
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
        <source>View: theme, marks and lab</source>
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
        <source>{:,} of at most {:,} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {}: validation accuracy {:.3f} after {} epochs</source>
        <translation type="unfinished"></translation>
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
        <source>✓ Verified at {}: {} is as it was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ {} problem(s) in {}, found at {}</source>
        <translation type="unfinished"></translation>
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
    <name>settings</name>
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
