/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/cli/tl-cli.h"

G_BEGIN_DECLS

/**
 * TlCliPicture:
 * @scale: (nullable): a number
 * @paper: (nullable): key of a size
 * @tiled: over several sheets
 * @no_legend: without a legend
 *
 * The options of an export that speak of pictures, as they were given.
 */
typedef struct {
  char    *scale;
  char    *paper;
  gboolean tiled;
  gboolean no_legend;
} TlCliPicture;

#define TL_CLI_PICTURE_INIT { NULL, NULL, FALSE, FALSE }

void        tl_cli_picture_clear    (TlCliPicture       *self);
gboolean    tl_cli_picture_is_meant (const TlCliPicture *self,
                                     const char         *format);
TlCliStatus tl_cli_picture_export   (TlCli              *cli,
                                     const TlCliPicture *self,
                                     const char         *format,
                                     const char         *tier,
                                     const char         *review,
                                     const char         *output);

char       *tl_cli_picture_dup_svg  (TlReview           *review,
                                     GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlCliPicture, tl_cli_picture_clear)

G_END_DECLS
