import TerminalCells

extension Theme {
  /// 101 colours from 0 to 100 %: `start` at 0, `middle` at 50, `end` at 100, straight lines in between.
  ///
  /// Without a middle the line goes straight from start to end; without an end either, all are `start`.
  static func steps(from start: Colour, through middle: Colour?, to end: Colour?) -> [Colour] {
    (0...100).map { percent in
      let share = Double(percent) / 100
      switch (middle, end) {
      case (nil, nil): return start
      case (nil, let end?): return start.blended(with: end, share: share)
      case (let middle?, let end):
        return percent <= 50
          ? start.blended(with: middle, share: share * 2)
          : middle.blended(with: end ?? middle, share: share * 2 - 1)
      }
    }
  }
}
