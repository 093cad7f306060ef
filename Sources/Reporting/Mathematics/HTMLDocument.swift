// The frame of a page without a script.

/// A page that stands alone: everything it needs is inside.
enum HTMLDocument {
  /// - Parameters:
  ///   - title: the title, not yet escaped.
  ///   - style: the style sheet.
  ///   - body: what stands between the tags of the body.
  static func text(title: String, style: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>\(HTMLText.escaped(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }
}
