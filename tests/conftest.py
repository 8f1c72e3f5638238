"""What every test needs: Qt paints offscreen, whether or not there is a screen.

No test fails because the computer is busy: an example may take as long as it takes.
"""

import os

from hypothesis import HealthCheck, settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile("faceqa", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("faceqa")
