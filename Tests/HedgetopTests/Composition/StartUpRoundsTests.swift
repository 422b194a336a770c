import Testing

@testable import hedgetop

@Suite struct StartUpRoundsTests {
  @Test("the pages of the start are given back when the start is over, once the past has been told, and every hour")
  func rounds() {
    var rounds = StartUpRounds()
    var released: [Int] = []
    for count in 1...7300 { rounds.came { released.append(count) } }
    #expect(released == [5, 60, 300, 3600, 7200])
  }
}
