/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph of a review as a picture: the part of the command export that speaks of scale and paper. */
#include "config.h"

#include "app/cli/tl-cli-picture.h"

#include <glib/gi18n.h>

#include "model/exchange/tl-export-picture.h"
#include "model/picture/tl-picture-file.h"

#define MIN_SCALE 0.01
#define MAX_SCALE 100

void
tl_cli_picture_clear (TlCliPicture *self)
{
  g_free (self->scale);
  g_free (self->paper);
}

/**
 * tl_cli_picture_is_meant:
 * @format: (nullable): the format that was asked for
 *
 * Returns: whether @format is a picture, or an option was given that only pictures have
 */
gboolean
tl_cli_picture_is_meant (const TlCliPicture *self,
                         const char         *format)
{
  TlPictureFormat known;

  return self->scale != NULL || self->paper != NULL || self->tiled || self->no_legend
         || (format != NULL && tl_picture_format_parse (format, &known));
}

/* A scale is written with a point in every language. */
static gboolean
read_scale (const char *text,
            double     *scale)
{
  char *end;

  *scale = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && *scale >= MIN_SCALE && *scale <= MAX_SCALE;
}

/* What is wrong with the options, or NULL. */
static const char *
read_options (const TlCliPicture *self,
              const char         *format,
              TlPictureOptions   *options)
{
  *options = (TlPictureOptions) { .scale = 1, .with_legend = !self->no_legend, .is_tiled = self->tiled };
  if (format == NULL || !tl_picture_format_parse (format, &options->format))
    return _("Scale, paper and legend are for pictures: --as svg, png or pdf.");
  if (self->scale != NULL && !read_scale (self->scale, &options->scale))
    return _("A scale is a number from 0.01 to 100, as in --scale 2.");
  if (self->paper != NULL && (options->paper = tl_paper_size_find (self->paper)) == NULL)
    return _("The paper is one of A4, A3, A2, A1, A0 and letter.");
  if ((self->paper != NULL || self->tiled) && options->format != TL_PICTURE_PDF)
    return _("Only a PDF has paper and sheets.");
  if (self->tiled && options->paper == NULL)
    options->paper = tl_paper_size_find ("A4");
  return NULL;
}

static GBytes *
make_file (TlReview                *review,
           TlTier                   tier,
           const TlPictureOptions  *options,
           GError                 **error)
{
  g_autoptr (TlPicture) picture = tl_export_picture (review, tier, NULL, NULL, error);

  return picture != NULL ? tl_picture_make_file (picture, options, NULL, error) : NULL;
}

/**
 * tl_cli_picture_export:
 * @format: (nullable): the format that was asked for
 * @tier: (nullable): for whom; everything that can be seen on the canvas without
 * @review: name of a review file
 * @output: the file to write
 *
 * Draws the graph.
 *
 * Returns: how it went, which has been said
 */
TlCliStatus
tl_cli_picture_export (TlCli              *cli,
                       const TlCliPicture *self,
                       const char         *format,
                       const char         *tier,
                       const char         *review,
                       const char         *output)
{
  g_autoptr (GError) error = NULL;
  TlPictureOptions options;
  TlTier to = TL_TIER_TRANSFER;
  const char *wrong = read_options (self, format, &options);

  if (wrong != NULL)
    return tl_cli_usage (cli, "%s", wrong);
  if (tier != NULL && !tl_tier_parse (tier, &to))
    return tl_cli_usage (cli, _("There is no tier “%s”."), tier);

  g_autoptr (TlReview) opened = tl_cli_open_review (cli, review, TL_REVIEW_OPEN_READ_ONLY, &error);
  g_autoptr (GBytes) bytes = opened != NULL ? make_file (opened, to, &options, &error) : NULL;

  if (bytes == NULL
      || !tl_export_write (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), output, &error))
    return tl_cli_fail (cli, error);
  return TL_CLI_DONE;
}

/**
 * tl_cli_picture_dup_svg:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the graph of @review as it would be exported without further options
 */
char *
tl_cli_picture_dup_svg (TlReview  *review,
                        GError   **error)
{
  const TlPictureOptions options = { .format = TL_PICTURE_SVG, .with_legend = TRUE, .scale = 1 };
  g_autoptr (GBytes) bytes = make_file (review, TL_TIER_TRANSFER, &options, error);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}
