import HedgeModel

/// The tables of a recording.
public struct ReplayRecording: Hashable, Sendable {
  /// Prices, in the order of the files.
  public let prices: [PriceTable]
  /// Funding payments, in the order of the files.
  public let funding: [FundingTable]

  /// A recording of tables already read.
  public init(prices: [PriceTable], funding: [FundingTable] = []) {
    self.prices = prices
    self.funding = funding
  }

  /// Reads the files, each by its header.
  ///
  /// - Throws: ``FeedError`` at the first place that is not understood.
  public init(files: [String]) throws(FeedError) {
    var prices: [PriceTable] = []
    var funding: [FundingTable] = []
    for file in files {
      let bytes = try CSVReader.contents(of: file)
      if try Self.isFunding(bytes, file: file) {
        funding.append(try FundingTable(bytes: bytes, file: file))
      } else {
        prices.append(try PriceTable(bytes: bytes, file: file))
      }
    }
    self.init(prices: prices, funding: funding)
  }

  private static func isFunding(_ bytes: [UInt8], file: String) throws(FeedError) -> Bool {
    var reader = CSVReader(bytes, file: file)
    var header: [CSVField] = []
    guard try reader.readRow(into: &header), header.count >= 3 else { return false }
    return reader.text(header[0]) == "time" && reader.text(header[2]) == "rate"
  }
}
