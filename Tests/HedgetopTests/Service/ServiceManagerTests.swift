import Testing

@testable import hedgetop

@Suite("The manager of services")
struct ServiceManagerTests {
  @Test("messages are those of sd_notify(3)")
  func messages() {
    #expect(ManagerMessage.ready.text == "READY=1")
    #expect(ManagerMessage.reloading(monotonicMicroseconds: 7).text == "RELOADING=1\nMONOTONIC_USEC=7")
    #expect(ManagerMessage.stopping.text == "STOPPING=1")
    #expect(ManagerMessage.watchdog.text == "WATCHDOG=1")
    #expect(ManagerMessage.status("Core in band").text == "STATUS=Core in band")
  }

  @Test("a path ends in a zero, an abstract name begins with one, and anything else is no address")
  func addresses() {
    #expect(ServiceManager.address(of: "/run/a").map { Array($0.dropFirst(2)) } == Array("/run/a".utf8) + [0])
    #expect(ServiceManager.address(of: "@a").map { Array($0.dropFirst(2)) } == [0] + Array("a".utf8))
    for name in ["", "/", "@", "run/a", "vsock:2:1234", "/" + String(repeating: "a", count: 200)] {
      #expect(ServiceManager.address(of: name) == nil, "\(name)")
    }
  }

  @Test("the watchdog is meant for the process it names, or for whoever is asked")
  func watchdog() {
    #expect(ServiceManager.watchdogInterval(["WATCHDOG_USEC": "3000000"], 7) == .seconds(3))
    #expect(ServiceManager.watchdogInterval(["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "7"], 7) == .seconds(3))
    #expect(ServiceManager.watchdogInterval(["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "8"], 7) == nil)
    for text in ["", "0", "-1", "soon"] { #expect(ServiceManager.watchdogInterval(["WATCHDOG_USEC": text], 7) == nil) }
    #expect(ServiceManager.watchdogInterval([:], 7) == nil)
  }

  @Test(
    "words of a unit's command line reach the program as they are",
    arguments: [
      ("run", "run"), ("/a b", "\"/a b\""), ("50%", "50%%"), ("$HOME", "$$HOME"), ("a\"b", "\"a\\\"b\""),
      ("a\\b", "\"a\\\\b\""), ("", "\"\""), ("a;b", "\"a;b\""),
    ])
  func quoting(word: String, quoted: String) {
    #expect(ServiceUnit.quoted(word) == quoted)
  }
}
