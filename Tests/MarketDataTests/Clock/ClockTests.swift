import HedgeModel
import MarketData
import Testing

@Suite struct ClockTests {
  private let opening = Timestamp(milliseconds: 1_600_000_000_000)

  @Test("market time passes at the stated speed", arguments: [(0.0, 0.0), (0.5, 5), (1, 10), (3600, 36_000)])
  func speed(speed: Double, seconds: Double) {
    let wall = ManualClock(Timestamp(milliseconds: 5))
    let clock = ScaledClock(start: opening, speed: speed, wall: wall)
    #expect(clock.now() == opening)
    wall.advance(by: .seconds(10))
    #expect(clock.now() == opening + .seconds(seconds))
  }

  @Test("a wall clock set back never shows a market instant before the start")
  func setBack() {
    let wall = ManualClock(Timestamp(milliseconds: 60_000))
    let clock = ScaledClock(start: opening, speed: 60, wall: wall)
    wall.set(to: Timestamp(milliseconds: 0))
    #expect(clock.now() == opening)
  }

  @Test("a speed beyond every calendar saturates instead of trapping")
  func extreme() {
    let wall = ManualClock(Timestamp(milliseconds: 0))
    let clock = ScaledClock(start: opening, speed: 1e300, wall: wall)
    wall.advance(by: .seconds(1))
    #expect(clock.now().milliseconds == .max)
  }

  @Test("the wall clock is set to this century")
  func wall() {
    #expect(WallClock().now() > opening)
  }

  @Test("what follows the machine's clock goes on at its pace when that is set back, and says by how much it is ahead")
  func forward() {
    let (wall, steady) = (ManualClock(opening), ManualClock(Timestamp(milliseconds: 7_000)))
    let clock = ForwardClock(wall: wall, steady: steady)
    #expect(clock.now() == opening && clock.ahead == .zero)
    func pass(_ time: Duration) {
      wall.advance(by: time)
      steady.advance(by: time)
    }
    pass(.seconds(10))
    #expect(clock.now() == opening + .seconds(10) && clock.ahead == .zero)
    wall.advance(by: .zero - .hours(1))
    #expect(clock.now() == opening + .seconds(10) && clock.ahead == .hours(1))
    pass(.seconds(60))
    #expect(clock.now() == opening + .seconds(70) && clock.ahead == .hours(1))
    // Set right again, and on: it follows.
    wall.advance(by: .hours(2))
    #expect(clock.now() == opening + .seconds(70) + .hours(1) && clock.ahead == .zero)
  }
}
