"""The exchanges, one file each: what they answer, and what their streams say."""

from .binance import Binance
from .bybit import Bybit
from .coinbase import Coinbase
from .deribit import Deribit
from .hyperliquid import Hyperliquid
from .kraken import Kraken
from .okx import OKX

ALL = [Coinbase, Binance, Bybit, OKX, Hyperliquid, Deribit, Kraken]
