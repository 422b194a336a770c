extension Array {
  /// The first index whose element satisfies `isLater`, where all elements that do follow all that do not.
  func partitioningIndex(where isLater: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if isLater(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
