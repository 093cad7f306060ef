// Error curves drawn with characters, to the last one.

import Nabla
import Testing

@Suite struct CurveTexts {
  @Test("An error curve")
  func curve() {
    #expect(
      HandMade.curve().text() == #"""
        Error of ∂J/∂w_12^(2) by central differences against the step h

              1 ┤                                             ┊                      +●
                │·                                            ┊                    + ●
                │●● ··                                        ┊                   ●●
                │   ●●● ··                                    ┊                + ●
           1e-3 ┤       ●●· ·                                 ┊               +●
                │         ● ●● ··                             ┊              ●●
                │              ●●● ··                         ┊           +●
                │                  ●●· ·                      ┊         + ●
           1e-6 ┤                    ● ●●· ·                  ┊        ●●
                │                        ● ●●· ·              ┊     + ●
                │                            ● ●··            ┊    +●
           1e-9 ┤                               ●● ●· ·       ┊   +●
                │                                   ● ●●· ·   ┊+● ●
                │                                       ● ●·· +●
                │                                          ●● ●··
          1e-12 ┤                                             ┊   ···
                └┬─────────────┬────────────┬─────────────┬────────────┬─────────────┬─
                 1e-15       1e-12        1e-9          1e-6         1e-3            1
                                                              ▲ step used, h = 7.63e-6

          ● error  · bound on the rounding, ~ 1/h  + truncation, ~ h^2

          To the left the roundings in J, divided by h, grow as 1/h; to the right what
          the scheme leaves out grows as h^2. The step used, h = 2^-17 ≈ 7.63e-6, is off
          by 9.7e-12. The best of these steps, h = 2^-18 ≈ 3.81e-6, is off by 7.3e-12:
          luck as much as merit, for near the bottom the errors scatter. Errors are
          measured against 0.5 ± 8.5e-22 (five-point, double-double).

        """#)
  }

  @Test("An error curve in ASCII")
  func asciiCurve() {
    #expect(
      HandMade.curve().text(style: TextStyle(width: 60, charset: .ascii)) == #"""
        Error of dJ/dw_12^(2) by central differences against the
        step h

              1 |                                |               +o
                |.                               |              +o
                |oo..                            |             oo
                |  ooo..                         |           +o
           1e-3 |     oo..                       |          +o
                |       ooo..                    |         oo
                |          ooo.                  |       +o
                |            oo..                |      +o
           1e-6 |              ooo..             |     oo
                |                 ooo..          |    o
                |                    oo..        |   +o
           1e-9 |                      ooo..     |  +o
                |                         ooo..  |+oo
                |                            oo..+o
                |                              ooo..
          1e-12 |                                |  ...
                ++---------------+---------------+---------------+-
                 1e-15         1e-10           1e-5              1
                          step used, h = 7.63e-6 ^

          o error  . bound on the rounding, ~ 1/h
          + truncation, ~ h^2

          To the left the roundings in J, divided by h, grow as 1/h;
          to the right what the scheme leaves out grows as h^2. The
          step used, h = 2^-17 ~ 7.63e-6, is off by 9.7e-12. The
          best of these steps, h = 2^-18 ~ 3.81e-6, is off by
          7.3e-12: luck as much as merit, for near the bottom the
          errors scatter. Errors are measured against 0.5 +/-
          8.5e-22 (five-point, double-double).

        """#)
  }
}
