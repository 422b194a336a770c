import HedgeConfiguration
import Testing

@Suite struct HedgetopPathsTests {
  @Test("without XDG variables the places are the usual ones below home")
  func defaults() throws {
    let paths = try #require(HedgetopPaths(environment: ["HOME": "/home/ann/"]))
    #expect(paths.configurationFile == "/home/ann/.config/hedgetop/config.toml")
    #expect(paths.themesFolder == "/home/ann/.config/hedgetop/themes")
    #expect(paths.stateFolder == "/home/ann/.local/state/hedgetop")
    #expect(paths.cacheFolder == "/home/ann/.cache/hedgetop")
  }

  @Test("XDG variables win when absolute, and are ignored when empty or relative")
  func xdg() throws {
    let environment = [
      "HOME": "/home/ann", "XDG_CONFIG_HOME": "/etc/xdg/", "XDG_STATE_HOME": "", "XDG_CACHE_HOME": "cache",
    ]
    let paths = try #require(HedgetopPaths(environment: environment))
    #expect(paths.configurationFolder == "/etc/xdg/hedgetop")
    #expect(paths.stateFolder == "/home/ann/.local/state/hedgetop")
    #expect(paths.cacheFolder == "/home/ann/.cache/hedgetop")
  }

  @Test("HEDGETOP_CONFIG and HEDGETOP_THEMES_DIR name other places")
  func overrides() throws {
    let environment = ["HOME": "/h", "HEDGETOP_CONFIG": "my.toml", "HEDGETOP_THEMES_DIR": "/themes"]
    let paths = try #require(HedgetopPaths(environment: environment))
    #expect(paths.configurationFile == "my.toml" && paths.themesFolder == "/themes")
    #expect(paths.statedConfigurationFiles == ["my.toml"])
    #expect(paths.configurationFolder == "/h/.config/hedgetop")
  }

  @Test("without home and base directories there are no paths")
  func homeless() {
    #expect(HedgetopPaths(environment: [:]) == nil)
    #expect(HedgetopPaths(environment: ["HOME": ""]) == nil)
    let all = ["XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s", "XDG_CACHE_HOME": "/k"]
    #expect(HedgetopPaths(environment: all) != nil)
  }

  @Test("HEDGETOP_CONFIG names several, separated by colons; empty names are none")
  func several() throws {
    let paths = try #require(HedgetopPaths(environment: ["HOME": "/h", "HEDGETOP_CONFIG": "/a.toml::b.toml:"]))
    #expect(paths.statedConfigurationFiles == ["/a.toml", "b.toml"] && paths.configurationFile == "/a.toml")
    let none = try #require(HedgetopPaths(environment: ["HOME": "/h", "HEDGETOP_CONFIG": ""]))
    #expect(none.statedConfigurationFiles == [] && none.configurationFile == "/h/.config/hedgetop/config.toml")
  }
}
