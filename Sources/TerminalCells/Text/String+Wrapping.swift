extension String {
  /// The sanitised text in rows of at most `limit` columns, one at least.
  ///
  /// Rows end at a blank, which is dropped, where one lies in their second half, and else where they are full, as
  /// those of long paths do. A limit below two, in which no wide letter would fit, leaves one row, truncated.
  public func wrapped(toColumns limit: Int) -> [String] {
    var rest = sanitised
    guard limit >= 2 else { return [rest.truncated(toColumns: limit)] }
    var rows: [String] = []
    while TextWidth.columns(of: rest) > limit {
      let row = rest.fittingRow(limit)
      rows.append(row)
      rest.removeFirst(row.count)
      if rest.hasPrefix(" ") { rest.removeFirst() }
    }
    return rows + (rest.isEmpty && !rows.isEmpty ? [] : [rest])
  }

  /// The first row of text that takes more than `limit` columns.
  private func fittingRow(_ limit: Int) -> String {
    let full = prefix(fitting: limit)
    let next = dropFirst(full.count).first
    guard next != " ", let blank = full.lastIndex(of: " ") else { return full }
    let words = String(full[..<blank])
    return TextWidth.columns(of: words) * 2 >= limit ? words : full
  }
}
