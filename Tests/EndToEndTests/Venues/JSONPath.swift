/// A place in a JSON document: `object["strategies"][0]["net_beta"]`. What is not there is null.
struct JSONPath {
  let value: Any?

  init(_ value: Any?) {
    self.value = value
  }

  subscript(key: String) -> JSONPath { JSONPath((value as? [String: Any])?[key]) }
  subscript(place: Int) -> JSONPath {
    let list = value as? [Any] ?? []
    return JSONPath(list.indices.contains(place) ? list[place] : nil)
  }

  /// The elements of a list.
  var list: [JSONPath] { (value as? [Any] ?? []).map(JSONPath.init) }
  /// A text.
  var text: String? { value as? String }
  /// A number; of a figure its value.
  var number: Double? { value as? Double ?? (value as? [String: Any])?["value"] as? Double }
  /// Why a figure is unknown.
  var reason: String? { self["reason"].text }
}
