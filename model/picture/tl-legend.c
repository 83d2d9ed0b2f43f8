/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the boxes, strokes and marks of a picture mean: those that occur in it and no others. */
#include "config.h"

#include "model/picture/tl-painter-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/method/tl-link-legend.h"

#define ROW_HEIGHT 30
#define HEADING_WIDTH 92
#define SAMPLE_WIDTH 46
#define SAMPLE_HEIGHT 20
#define GAP 8
#define ENTRY_GAP 26
#define LABEL_SIZE 12

typedef enum {
  SECTION_FACTORS,
  SECTION_LINKS,
} Section;

static const char *const headings[] = { N_("Factors"), N_("Links") };

/* One sample and what it says. */
typedef struct {
  Section             section;
  TlFactorRole        role;         /* of a factor */
  gboolean            is_disputed;  /* of a factor: a sample of the edge alone */
  gboolean            is_uncertain; /* of a factor: a sample of the letters alone */
  const TlLinkLegend *link;         /* of a link */
  char               *label;
  TlLayoutPoint       at; /* middle of its left edge */
} Entry;

struct _TlLegend
{
  TlLettering *lettering; /* borrowed */
  GPtrArray *entries;
  double headings[G_N_ELEMENTS (headings)]; /* where each stands, or -1 */
  double height;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->label);
  g_free (entry);
}

static Entry *
add (TlLegend   *self,
     Section     section,
     const char *label)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->section = section;
  entry->label = g_strdup (label);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

static void
add_factor (TlLegend              *self,
            const TlPictureFactor *factor)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *known = g_ptr_array_index (self->entries, i);

      if (known->role == factor->role && g_str_equal (known->label, factor->kind))
        return;
    }
  add (self, SECTION_FACTORS, factor->kind)->role = factor->role;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *one = *(const Entry *const *) a, *other = *(const Entry *const *) b;

  if (one->role != other->role)
    return one->role < other->role ? -1 : 1;
  return strcmp (one->label, other->label);
}

static void
collect_factors (TlLegend        *self,
                 const TlPicture *picture)
{
  gboolean is_disputed = FALSE, is_uncertain = FALSE;

  for (guint i = 0; i < picture->factors->len; i++)
    {
      const TlPictureFactor *factor = tl_picture_get_factor (picture, i);

      add_factor (self, factor);
      is_disputed |= factor->is_disputed;
      is_uncertain |= factor->is_uncertain;
    }
  g_ptr_array_sort (self->entries, compare_entries);
  if (is_disputed)
    add (self, SECTION_FACTORS, _("Dissent is recorded"))->is_disputed = TRUE;
  if (is_uncertain)
    add (self, SECTION_FACTORS, _("Possible, or not known"))->is_uncertain = TRUE;
}

/* Whether @link looks as a line of the legend says. */
static gboolean
shows (const TlPictureLink *link,
       const TlLinkLegend  *line)
{
  if (line->sign != NULL)
    return g_strcmp0 (link->sign, line->sign) == 0;
  return line->state != NULL ? g_strcmp0 (link->state, line->state) == 0 : link->role == line->role;
}

static void
collect_links (TlLegend        *self,
               const TlPicture *picture)
{
  guint n;
  const TlLinkLegend *lines = tl_link_legend_get (&n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < picture->links->len; j++)
      if (shows (tl_picture_get_link (picture, j), &lines[i]))
        {
          add (self, SECTION_LINKS, _(lines[i].title))->link = &lines[i];
          break;
        }
}

static double
measure (TlLegend    *self,
         const Entry *entry)
{
  g_autoptr (PangoLayout) label = tl_lettering_line (self->lettering, entry->label, LABEL_SIZE, TL_LETTERING_PLAIN, 0);
  double width;

  tl_lettering_measure (label, &width, NULL);
  return SAMPLE_WIDTH + GAP + width;
}

/* Each section begins a row; what does not fit goes on in the next. */
static void
arrange (TlLegend *self,
         double    width)
{
  double x = 0, y = -ROW_HEIGHT / 2.0;

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      self->headings[i] = -1;
      for (guint j = 0; j < self->entries->len; j++)
        {
          Entry *entry = g_ptr_array_index (self->entries, j);
          double wanted = measure (self, entry);

          if (entry->section != i)
            continue;
          if (self->headings[i] < 0 || x + wanted > width)
            {
              x = HEADING_WIDTH;
              y += ROW_HEIGHT;
            }
          if (self->headings[i] < 0)
            self->headings[i] = y;
          entry->at = (TlLayoutPoint) { x, y };
          x += wanted + ENTRY_GAP;
        }
    }
  self->height = y + ROW_HEIGHT / 2.0;
}

/**
 * _tl_legend_new:
 * @width: what there is
 *
 * Returns: (transfer full): the legend of @picture
 */
TlLegend *
_tl_legend_new (const TlPicture *picture,
                TlLettering     *lettering,
                double           width)
{
  TlLegend *self = g_new0 (TlLegend, 1);

  self->lettering = lettering;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  collect_factors (self, picture);
  collect_links (self, picture);
  arrange (self, width);
  return self;
}

void
_tl_legend_free (TlLegend *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

double
_tl_legend_get_height (TlLegend *self)
{
  return self->height;
}

static void
paint_link (const TlLinkLegend *line,
            TlLayoutPoint       at,
            TlLettering        *lettering,
            TlPaper            *paper)
{
  g_autofree char *marks = tl_link_legend_dup_marks (line->sign, line->state);
  TlLayoutPoint points[4];

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (TlLayoutPoint) { at.x + SAMPLE_WIDTH * i / 3.0, at.y };
  _tl_link_paint_curve (points, G_N_ELEMENTS (points), line->role, line->state, 0, paper);
  if (marks[0] != '\0')
    _tl_link_paint_mark (marks, (TlLayoutPoint) { at.x + SAMPLE_WIDTH / 2.0 - 4, at.y }, lettering, paper);
}

static void
paint_card (const Entry  *entry,
            TlLayoutPoint at,
            TlLettering  *lettering,
            TlPaper      *paper)
{
  const TlInk dashed = { TL_PICTURE_PAPER, TL_PICTURE_QUIET, 1.4, { 5, 3 } };
  TlLayoutBox box
      = { .x = at.x, .y = at.y - SAMPLE_HEIGHT / 2.0, .width = SAMPLE_WIDTH, .height = SAMPLE_HEIGHT };

  if (entry->is_uncertain)
    {
      /* Translators: two letters in italics, a sample of how something uncertain is written */
      g_autoptr (PangoLayout) sample = tl_lettering_line (lettering, _("Aa"), LABEL_SIZE, TL_LETTERING_ITALIC, 0);
      double width, height;

      tl_lettering_measure (sample, &width, &height);
      tl_paper_write (paper, sample, at.x + (SAMPLE_WIDTH - width) / 2, at.y - height / 2, TL_PICTURE_TEXT);
    }
  else if (entry->is_disputed)
    tl_paper_draw_box (paper, &box, (double[4]) { 4, 4, 4, 4 }, &dashed);
  else
    _tl_card_paint_box (&box, entry->role, FALSE, paper);
}

static void
paint_text (TlLegend         *self,
            const char       *text,
            TlLetteringStyle  style,
            TlLayoutPoint     at,
            TlPaper          *paper)
{
  g_autoptr (PangoLayout) label = tl_lettering_line (self->lettering, text, LABEL_SIZE, style, 0);
  double height;

  tl_lettering_measure (label, NULL, &height);
  tl_paper_write (paper, label, at.x, at.y - height / 2, TL_PICTURE_TEXT);
}

/**
 * _tl_legend_paint:
 * @at: its upper left corner
 */
void
_tl_legend_paint (TlLegend      *self,
                  TlPaper       *paper,
                  TlLayoutPoint  at)
{
  tl_paper_begin_group (paper, "legend", _("Legend"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (self->headings[i] >= 0)
      paint_text (self, _(headings[i]), TL_LETTERING_BOLD, (TlLayoutPoint) { at.x, at.y + self->headings[i] }, paper);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      TlLayoutPoint place = { at.x + entry->at.x, at.y + entry->at.y };

      if (entry->section == SECTION_FACTORS)
        paint_card (entry, place, self->lettering, paper);
      else
        paint_link (entry->link, place, self->lettering, paper);
      place.x += SAMPLE_WIDTH + GAP;
      paint_text (self, entry->label, TL_LETTERING_PLAIN, place, paper);
    }
  tl_paper_end_group (paper);
}
