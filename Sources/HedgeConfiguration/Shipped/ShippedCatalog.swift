import HedgeModel

/// The specifications, margin tables and fees that come with hedgetop: dated data files, compiled into the binary.
enum ShippedCatalog {
  /// The files, by name.
  static let files: [(name: String, bytes: [UInt8])] = [
    ("simulated-instruments.toml", PackageResources.simulated_instruments_toml),
    ("replay-instruments.toml", PackageResources.replay_instruments_toml),
    ("binance-usdm-instruments.toml", PackageResources.binance_usdm_instruments_toml),
    ("margin-tiers.toml", PackageResources.margin_tiers_toml),
    ("fees.toml", PackageResources.fees_toml),
  ]

  /// All files in one catalog, or what is wrong with them: read once, as they cannot change.
  static let catalog: Result<Catalog, ConfigurationError> = Result { () throws(ConfigurationError) in
    var catalog = Catalog()
    for file in files {
      catalog = catalog.merging(try read(String(decoding: file.bytes, as: UTF8.self), file: file.name))
    }
    return catalog
  }

  /// Reads one data file.
  static func read(_ text: String, file: String) throws(ConfigurationError) -> Catalog {
    let document = try SourceDocument(text, file: file)
    let issues = IssueCollector(file: file)
    let place = Place(path: .root, location: .start)
    let reader = TableReader(document.root, place: place, issues: issues)
    let decoder = CatalogDecoder(defaultVenue: "", defaultQuote: "USD", origin: origin(reader))
    var catalog = decoder.catalog(reader)
    if reader.states("fees") { catalog.fees = reader.section("fees") { CatalogDecoder.fees($0, default: nil) } }
    reader.finish()
    if issues.hasErrors { throw ConfigurationError(issues: issues.sorted) }
    return catalog
  }

  /// Where a file's figures come from, and when they were read: every data file must say so.
  static func origin(_ reader: TableReader) -> String {
    guard let source = reader.text("source"), let day = reader.instant("as_of") else {
      reader.missing("source", "a data file states its source and as_of")
      return ""
    }
    return "\(source), \(day.isoDay)"
  }
}
