import json.decoder.nothing
