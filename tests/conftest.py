"""What every test needs: Qt paints offscreen, whether or not there is a screen."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
