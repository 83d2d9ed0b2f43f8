/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colours of charts, on paper and in windows. */
#include "config.h"

#include "model/questions/tl-chart-palette.h"

#define LESS(one, two, three)                                                                                          \
  [TL_HEAT_LESS] = one, [TL_HEAT_MUCH_LESS] = two, [TL_HEAT_FAR_LESS] = three
#define MORE(one, two, three)                                                                                          \
  [TL_HEAT_MORE] = one, [TL_HEAT_MUCH_MORE] = two, [TL_HEAT_FAR_MORE] = three

/* By theme, then by contrast. */
static const TlChartPalette palettes[2][2] = {
  {
    { 0xffffff, 0x1b1b1f, 0x5e5e66, 0xc4c4cc, 0x3584e4,
      { [TL_HEAT_CHANCE] = 0xececf0, MORE (0xa8cdf5, 0x4d93dc, 0x17509a), LESS (0xf7d09e, 0xdd933a, 0x95550a) } },
    { 0xffffff, 0x000000, 0x303036, 0x6a6a72, 0x154f96,
      { [TL_HEAT_CHANCE] = 0xd8d8de, MORE (0x7db2ec, 0x2f74c0, 0x0b3266), LESS (0xf0b565, 0xb86f12, 0x693a02) } },
  },
  {
    { 0x1e1e1e, 0xf2f2f4, 0xa9a9b2, 0x55555c, 0x62a0ea,
      { [TL_HEAT_CHANCE] = 0x38383d, MORE (0x2c5d94, 0x5c9ce2, 0xbcdcff), LESS (0x7c5018, 0xd08e36, 0xffdca6) } },
    { 0x000000, 0xffffff, 0xe0e0e6, 0x9a9aa4, 0x99c1f1,
      { [TL_HEAT_CHANCE] = 0x46464c, MORE (0x3a76ba, 0x7fb5f2, 0xdcedff), LESS (0x9a6420, 0xe8a54a, 0xffe7c4) } },
  },
};

/**
 * tl_chart_palette_get:
 * @is_dark: whether what is drawn on is dark; paper is not
 * @high_contrast: whether colours are to stand out
 *
 * Returns: the colours
 */
const TlChartPalette *
tl_chart_palette_get (gboolean is_dark,
                      gboolean high_contrast)
{
  return &palettes[is_dark ? 1 : 0][high_contrast ? 1 : 0];
}
