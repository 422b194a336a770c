extension JournalSchema {
  /// The command of a decision; alerts; funding; the past of the figures.
  static let history =
    ["ALTER TABLE decision ADD COLUMN command TEXT;", alerts, funding, strategies]
    .joined(separator: "\n") + ["history_1s", "history_1m", "history_1h", "history_1d"].map(tier).joined()

  /// What was told of alerts, in the order it was told.
  private static let alerts = """
    CREATE TABLE alert_event (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      event TEXT NOT NULL,
      alert TEXT NOT NULL,
      severity TEXT NOT NULL,
      message TEXT NOT NULL
    ) STRICT;
    CREATE INDEX alert_event_at ON alert_event (at);
    """

  /// What each leg was paid; the stamps of each instrument, and where none of them is missing.
  private static let funding = """
    CREATE TABLE funding_payment (
      strategy TEXT NOT NULL,
      venue TEXT NOT NULL,
      symbol TEXT NOT NULL,
      account TEXT NOT NULL,
      at INTEGER NOT NULL,
      rate TEXT NOT NULL,
      contracts TEXT NOT NULL,
      mark TEXT,
      amount TEXT,
      currency TEXT NOT NULL,
      PRIMARY KEY (strategy, venue, symbol, account, at)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX funding_payment_at ON funding_payment (at);
    CREATE TABLE funding_stamp (
      venue TEXT NOT NULL,
      symbol TEXT NOT NULL,
      at INTEGER NOT NULL,
      rate TEXT NOT NULL,
      mark TEXT,
      PRIMARY KEY (venue, symbol, at)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE funding_span (
      venue TEXT NOT NULL,
      symbol TEXT NOT NULL,
      since INTEGER NOT NULL,
      until INTEGER NOT NULL,
      PRIMARY KEY (venue, symbol, since)
    ) STRICT, WITHOUT ROWID;
    """

  /// Strategies by number, so that a row of history names its own in a few bits.
  private static let strategies = """
    CREATE TABLE strategy (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;
    """

  /// The figures a row of history has. This list is frozen with the migration: a figure that is added later is a
  /// migration of its own.
  private static let figures = [
    "net_beta", "target", "band", "margin_ratio", "spot_value", "hedge_notional", "funding", "profit", "profit_beta",
    "profit_alpha", "profit_basis", "profit_funding", "profit_fees", "profit_slippage", "profit_collateral",
    "profit_residual",
  ]

  /// One row a strategy and span. The number is the strategy's times 2^40 and the span's, which counts from 1970, so
  /// that the rows of a strategy lie one after another. `_low` and `_high` are null where they equal the last value.
  private static func tier(_ table: String) -> String {
    let last = figures.map { "  \($0) REAL" }
    let bounds = figures.flatMap { ["  \($0)_low REAL", "  \($0)_high REAL"] }
    let columns = (["  id INTEGER PRIMARY KEY"] + last + bounds).joined(separator: ",\n")
    return "\nCREATE TABLE \(table) (\n\(columns)\n) STRICT;"
  }
}
