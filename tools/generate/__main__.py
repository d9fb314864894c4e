import sys

from tools.generate.build import main

sys.exit(main())
