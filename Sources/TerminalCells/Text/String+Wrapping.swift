extension String {
  /// The sanitised text in rows of at most `limit` columns, one at least.
  ///
  /// Rows end at a blank, which is dropped, where one lies in their second half, and else where they are full, as
  /// those of long paths do. A limit below two, in which no wide letter would fit, leaves one row, truncated.
  public func wrapped(toColumns limit: Int) -> [String] {
    guard limit >= 2 else { return [truncated(toColumns: limit)] }
    var rows: [String] = []
    var rest = sanitised[...]
    repeat {
      let end = rest.endOfRow(limit)
      rows.append(String(rest[..<end]))
      rest = rest[end...]
      if rest.first == " " { rest.removeFirst() }
    } while !rest.isEmpty
    return rows
  }
}

extension Substring {
  /// Where the first row of so many columns ends.
  fileprivate func endOfRow(_ limit: Int) -> Index {
    let full = end(fitting: limit)
    guard full < endIndex, self[full] != " ", let blank = self[..<full].lastIndex(of: " ") else { return full }
    return TextWidth.columns(of: self[..<blank]) * 2 >= limit ? blank : full
  }
}
