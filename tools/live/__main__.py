import sys

from tools.live.verify import main

sys.exit(main())
