/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reports for people: text by a stylesheet over what left in a tier, with a picture behind each finding; then written
 * in any format from that one text. */
#include "config.h"

#include "model/report/tl-report-private.h"

#include "model/base/tl-error.h"
#include "model/report/tl-report-styled.h"
#include "model/report/tl-why-picture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A rough guess, for whoever waits: what of the time of a report goes into its pictures. */
#define PICTURES_SHARE 0.8

static const struct {
  const char *name;
  const char *title;
  const char *style;
  TlTier      tier;
} kinds[] = {
  [TL_REPORT_BOARD] = { "board", N_("Report to the board"), "board.xsl", TL_TIER_BOARD },
  [TL_REPORT_SUMMARY] = { "summary", N_("Summary for a repository"), "summary.xsl", TL_TIER_PUBLIC },
  [TL_REPORT_ANNUAL] = { "annual", N_("Extract for the annual report"), "annual.xsl", TL_TIER_BOARD },
  [TL_REPORT_LEARNING] = { "learning", N_("Learning page for practitioners"), "learning.xsl", TL_TIER_PUBLIC },
};

static const char *const formats[] = { "html", "pdf", "odt" };

/**
 * tl_report_kind_parse:
 * @name: as in "summary"
 * @kind: (out): the report
 *
 * Returns: whether there is such a report
 */
gboolean
tl_report_kind_parse (const char   *name,
                      TlReportKind *kind)
{
  g_return_val_if_fail (name != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      {
        *kind = (TlReportKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_report_kind_get_title:
 *
 * Returns: what people call the report
 */
const char *
tl_report_kind_get_title (TlReportKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return _(kinds[kind].title);
}

/**
 * tl_report_kind_get_tier:
 *
 * Returns: the tier that the report is made of where nobody asks for another
 */
TlTier
tl_report_kind_get_tier (TlReportKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), TL_TIER_NEVER);

  return kinds[kind].tier;
}

/**
 * tl_report_format_parse:
 * @name: as in "odt"
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
tl_report_format_parse (const char     *name,
                        TlReportFormat *format)
{
  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i], name) == 0)
      {
        *format = (TlReportFormat) i;
        return TRUE;
      }
  return FALSE;
}

static void
figure_free (gpointer data)
{
  TlReportFigure *figure = data;

  g_free (figure->finding);
  tl_picture_unref (figure->picture);
  g_free (figure);
}

static gboolean
add_figure (GPtrArray      *figures,
            TlExport       *export,
            const char     *finding,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autoptr (TlPicture) picture = tl_why_picture_new (export, finding, cancellable, error);

  if (picture == NULL)
    return FALSE;
  if (picture->factors->len > 0)
    {
      TlReportFigure *figure = g_new0 (TlReportFigure, 1);

      figure->finding = g_strdup (finding);
      figure->picture = g_steal_pointer (&picture);
      g_ptr_array_add (figures, figure);
    }
  return TRUE;
}

/* Of each finding one, for the reports that show them. */
static GPtrArray *
make_figures (GPtrArray         *exports,
              TlReportProgress   progress,
              gpointer           user_data,
              GCancellable      *cancellable,
              GError           **error)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (figure_free);
  const TlKind *finding_kind = tl_kind_lookup ("finding");

  for (guint i = 0; i < exports->len; i++)
    {
      TlExport *export = g_ptr_array_index (exports, i);

      for (guint j = 0; j < export->records->len; j++)
        {
          const TlPlainRecord *record = g_ptr_array_index (export->records, j);

          if (record->kind != finding_kind)
            continue;
          if (!add_figure (figures, export, record->id, cancellable, error))
            return NULL;
          if (progress != NULL)
            progress ((i + (j + 1.0) / export->records->len) / exports->len * PICTURES_SHARE, user_data);
        }
    }
  return g_steal_pointer (&figures);
}

/* What leaves for another reviewer is for nobody to read who is none: it holds what was not meant to be said. */
static gboolean
check (GPtrArray     *exports,
       TlReportKind   kind,
       GError       **error)
{
  if (exports->len > 1 && kind != TL_REPORT_ANNUAL)
    {
      g_set_error_literal (error, TL_ERROR, TL_ERROR_INVALID,
                           _("Only an extract for the annual report is made of several reviews."));
      return FALSE;
    }
  for (guint i = 0; i < exports->len; i++)
    if (((TlExport *) g_ptr_array_index (exports, i))->tier < TL_TIER_BOARD)
      {
        g_set_error_literal (error, TL_ERROR, TL_ERROR_INVALID,
                             _("A report is made for the tiers “board”, “learning” and “public” only."));
        return FALSE;
      }
  return TRUE;
}

/**
 * tl_report_new:
 * @exports: (element-type TlExport): what leaves, of each review, all in one tier: that is what there is to tell. Only
 *   an annual extract is of more than one
 * @options: which report
 * @progress: (nullable) (scope call): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Makes the text of a report and its pictures.
 *
 * Returns: (transfer full) (nullable): the report; %NULL with %TL_ERROR_INVALID where a stylesheet of the person's own
 *   is at fault, there are more reviews than one or they leave in the tier “transfer”; an error of tl_terms_lookup(),
 *   or %G_IO_ERROR_CANCELLED
 */
TlReport *
tl_report_new (GPtrArray              *exports,
               const TlReportOptions  *options,
               TlReportProgress        progress,
               gpointer                user_data,
               GCancellable           *cancellable,
               GError                **error)
{
  g_return_val_if_fail (exports != NULL && exports->len > 0 && options != NULL, NULL);
  g_return_val_if_fail (options->kind < G_N_ELEMENTS (kinds), NULL);

  if (!check (exports, options->kind, error))
    return NULL;

  g_autoptr (TlReport) self = g_new0 (TlReport, 1);

  self->figures = options->kind == TL_REPORT_BOARD
                    ? make_figures (exports, progress, user_data, cancellable, error)
                    : g_ptr_array_new_with_free_func (figure_free);
  if (self->figures == NULL)
    return NULL;

  xmlDocPtr source = _tl_report_source_new (exports, self->figures, options, error);

  if (source == NULL)
    return NULL;
  self->document = _tl_report_style (source, kinds[options->kind].style, error);
  if (self->document != NULL)
    {
      _tl_report_spread_prose (self->document);
      _tl_report_expand (self->document, source);
      _tl_report_fit (self->document);
    }
  xmlFreeDoc (source);
  if (progress != NULL)
    progress (1, user_data);
  return self->document != NULL ? g_steal_pointer (&self) : NULL;
}

static void
image_free (gpointer data)
{
  TlReportImage *image = data;

  g_free (image->id);
  g_bytes_unref (image->svg);
  g_bytes_unref (image->png);
  g_free (image->title);
  g_free (image->words);
  g_free (image);
}

/**
 * tl_report_new_styled:
 * @source: what there is to tell
 * @style: a stylesheet of the folder of reports, as in "release.xsl"
 * @error: return location
 *
 * Makes a report of something else than reviews.
 *
 * Returns: (transfer full) (nullable): the report; %NULL with %TL_ERROR_INVALID where a stylesheet of the person's own
 *   is at fault
 */
TlReport *
tl_report_new_styled (xmlDocPtr    source,
                      const char  *style,
                      GError     **error)
{
  g_return_val_if_fail (source != NULL && style != NULL, NULL);

  g_autoptr (TlReport) self = g_new0 (TlReport, 1);

  self->figures = g_ptr_array_new_with_free_func (figure_free);
  self->images = g_ptr_array_new_with_free_func (image_free);
  self->document = _tl_report_style (source, style, error);
  if (self->document == NULL)
    return NULL;
  _tl_report_spread_prose (self->document);
  return g_steal_pointer (&self);
}

/**
 * tl_report_add_image:
 * @self: a report of something else than reviews
 * @id: what the attribute "image" of the element "picture" says in whose place it stands
 * @svg: the picture
 * @png: the same, where SVG can't be shown
 * @width: in units of the picture, as in the next
 * @height: how high it is
 * @title: what it is called
 * @words: what is in it, for who does not see it
 *
 * Gives a report a picture.
 */
void
tl_report_add_image (TlReport   *self,
                     const char *id,
                     GBytes     *svg,
                     GBytes     *png,
                     double      width,
                     double      height,
                     const char *title,
                     const char *words)
{
  g_return_if_fail (self != NULL && id != NULL && svg != NULL && png != NULL && title != NULL && words != NULL);

  TlReportImage *image = g_new0 (TlReportImage, 1);

  *image = (TlReportImage) { g_strdup (id), g_bytes_ref (svg), g_bytes_ref (png), width, height, g_strdup (title),
                             g_strdup (words) };
  g_ptr_array_add (self->images, image);
}

/**
 * tl_report_free:
 * @self: (transfer full): a report
 */
void
tl_report_free (TlReport *self)
{
  g_clear_pointer (&self->document, xmlFreeDoc);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  g_free (self);
}

/*
 * Returns: (transfer none) (nullable): the picture that goes where @node stands
 */
TlPicture *
_tl_report_find_picture (TlReport   *self,
                         xmlNodePtr  node)
{
  g_autofree char *finding = _tl_node_dup_attribute (node, "finding");

  for (guint i = 0; i < self->figures->len; i++)
    {
      const TlReportFigure *figure = g_ptr_array_index (self->figures, i);

      if (g_strcmp0 (figure->finding, finding) == 0)
        return figure->picture;
    }
  return NULL;
}

/*
 * Returns: (transfer none) (nullable): the image that goes where @node stands
 */
const TlReportImage *
_tl_report_find_image (TlReport   *self,
                       xmlNodePtr  node)
{
  g_autofree char *id = _tl_node_dup_attribute (node, "image");

  for (guint i = 0; self->images != NULL && i < self->images->len; i++)
    {
      const TlReportImage *image = g_ptr_array_index (self->images, i);

      if (g_strcmp0 (image->id, id) == 0)
        return image;
    }
  return NULL;
}

/*
 * Returns: (transfer full): what the report is called
 */
char *
_tl_report_dup_title (TlReport *self)
{
  xmlNodePtr root = xmlDocGetRootElement (self->document);
  g_autoptr (GString) title = g_string_new (NULL);

  for (xmlNodePtr node = root; node != NULL; node = _tl_node_next (node, root))
    if (_tl_node_is (node, "title"))
      {
        _tl_node_append_text (title, node);
        break;
      }
  return g_string_free (g_steal_pointer (&title), FALSE);
}

/**
 * tl_report_write:
 * @format: as what
 * @progress: (nullable) (scope call): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Writes the report. The same report gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
tl_report_write (TlReport          *self,
                 TlReportFormat     format,
                 TlReportProgress   progress,
                 gpointer           user_data,
                 GCancellable      *cancellable,
                 GError           **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  switch (format)
    {
    case TL_REPORT_PDF:
      return _tl_report_write_pdf (self, progress, user_data, cancellable, error);
    case TL_REPORT_ODT:
      return _tl_report_write_odt (self, cancellable, error);
    case TL_REPORT_HTML:
    default:
      return _tl_report_write_html (self, error);
    }
}

/**
 * tl_report_dup_text:
 *
 * Returns: (transfer full): what there is to read but for the pictures, each block on a line
 */
char *
tl_report_dup_text (TlReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GString) text = g_string_new (NULL);

  _tl_node_append_text (text, xmlDocGetRootElement (self->document));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
