/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli layout: places for the factors of a review, as one edit. */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>

#include "app/cli/tl-cli.h"
#include "model/layout/tl-layout.h"
#include "model/method/tl-method.h"
#include "model/picture/tl-picture.h"
#include "model/review/tl-edit.h"

#define NO_PLACE G_MININT64

typedef struct {
  TlRecordList *factors;
  TlLayoutBox  *boxes; /* of the factors */
  TlLayoutLine *lines;
  guint         n_boxes;
  guint         n_lines;
  guint         n_placed; /* that had no place */
  guint         n_moved;
} Drawing;

static void
drawing_clear (Drawing *drawing)
{
  g_free (drawing->boxes);
  g_free (drawing->lines);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawing, drawing_clear)

static void
fill_box (Drawing  *drawing,
          guint     i,
          TlMethod *method)
{
  TlRecord *factor = tl_record_list_get (drawing->factors, i);
  const char *level = tl_record_get_text (factor, "level");
  int band = level != NULL && method != NULL ? tl_method_find_level (method, level) : -1;
  gint64 x = tl_record_get_int (factor, "x", NO_PLACE), y = tl_record_get_int (factor, "y", NO_PLACE);
  gboolean placed = x != NO_PLACE && y != NO_PLACE;

  drawing->boxes[i] = (TlLayoutBox) {
    .band = band >= 0 ? band : method != NULL ? (int) tl_method_get_n_levels (method) : 0,
    .width = TL_PICTURE_FACTOR_WIDTH,
    .height = TL_PICTURE_FACTOR_HEIGHT,
    .x = placed ? (double) x - TL_PICTURE_FACTOR_WIDTH / 2.0 : 0,
    .y = placed ? (double) y - TL_PICTURE_FACTOR_HEIGHT / 2.0 : 0,
    .pinned = placed && tl_record_get_bool (factor, "pinned"),
    .placed = placed,
  };
}

static void
fill_lines (Drawing  *drawing,
            TlReview *review)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  TlRecordList *links = tl_review_get_list (review, "link");
  gpointer from, to;

  for (guint i = 0; i < drawing->n_boxes; i++)
    g_hash_table_insert (numbers, (gpointer) tl_record_get_id (tl_record_list_get (drawing->factors, i)),
                         GUINT_TO_POINTER (i));
  drawing->lines = g_new (TlLayoutLine, tl_record_list_get_n (links) + 1);
  for (guint i = 0; i < tl_record_list_get_n (links); i++)
    {
      TlRecord *link = tl_record_list_get (links, i);
      const char *cause = tl_record_get_text (link, "cause"), *effect = tl_record_get_text (link, "effect");

      if (cause != NULL && effect != NULL && g_hash_table_lookup_extended (numbers, cause, NULL, &from)
          && g_hash_table_lookup_extended (numbers, effect, NULL, &to))
        drawing->lines[drawing->n_lines++]
            = (TlLayoutLine) { .from = GPOINTER_TO_INT (from), .to = GPOINTER_TO_INT (to) };
    }
}

/* Works out all places; what was there before stays in the records. */
static gboolean
lay_out (Drawing  *drawing,
         TlReview *review,
         gboolean  thorough,
         GError  **error)
{
  const char *method_id = tl_record_get_text (tl_review_get_subject (review), "method");
  g_autoptr (TlMethod) method = method_id != NULL ? tl_method_lookup (method_id, NULL) : NULL;
  TlLayoutOptions options;

  drawing->factors = tl_review_get_list (review, "factor");
  drawing->n_boxes = tl_record_list_get_n (drawing->factors);
  drawing->boxes = g_new (TlLayoutBox, drawing->n_boxes + 1);
  for (guint i = 0; i < drawing->n_boxes; i++)
    fill_box (drawing, i, method);
  fill_lines (drawing, review);

  tl_layout_options_init (&options, 1 + (method != NULL ? (int) tl_method_get_n_levels (method) : 0));
  options.band_min_height = TL_PICTURE_FACTOR_HEIGHT + 2 * options.band_padding;
  options.thorough = thorough;
  options.keep = !thorough;
  return tl_layout_run (drawing->boxes, drawing->n_boxes, drawing->lines, drawing->n_lines, &options, NULL, error);
}

/* Sets the places that are other ones than before. */
static gboolean
keep_places (Drawing  *drawing,
             TlEdit   *edit,
             GError  **error)
{
  for (guint i = 0; i < drawing->n_boxes; i++)
    {
      TlRecord *factor = tl_record_list_get (drawing->factors, i);
      const TlLayoutBox *box = &drawing->boxes[i];
      gint64 x = (gint64) round (box->x + box->width / 2), y = (gint64) round (box->y + box->height / 2);
      gint64 old_x = tl_record_get_int (factor, "x", NO_PLACE), old_y = tl_record_get_int (factor, "y", NO_PLACE);

      if (box->pinned || (x == old_x && y == old_y))
        continue;
      if (!tl_edit_set_int (edit, tl_record_get_id (factor), "x", x, error)
          || !tl_edit_set_int (edit, tl_record_get_id (factor), "y", y, error))
        return FALSE;
      if (old_x == NO_PLACE || old_y == NO_PLACE)
        drawing->n_placed++;
      else
        drawing->n_moved++;
    }
  return TRUE;
}

static void
report (TlCli         *cli,
        const Drawing *drawing,
        const char    *change)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!cli->json)
    {
      printf (_("Factors moved: %u. Factors that had no place before: %u.\n"), drawing->n_moved, drawing->n_placed);
      return;
    }
  json_builder_begin_object (builder);
  tl_cli_number (builder, "moved", drawing->n_moved);
  tl_cli_number (builder, "placed", drawing->n_placed);
  tl_cli_member (builder, "change", change);
  json_builder_end_object (builder);
  tl_cli_print_json (builder);
}

TlCliStatus
tl_cli_layout (TlCli  *cli,
               int     argc,
               char  **argv)
{
  gboolean thorough = FALSE;
  g_auto (Drawing) drawing = { 0 };
  g_autofree char *change = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "thorough", 0, 0, G_OPTION_ARG_NONE, &thorough, N_("Arrange all factors anew, save pinned ones"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, 1))
    return TL_CLI_USAGE;

  g_autoptr (TlReview) review = tl_cli_open_review (cli, argv[1], 0, &error);
  if (review == NULL || !lay_out (&drawing, review, thorough, &error))
    return tl_cli_fail (cli, error);

  TlEdit *edit = tl_edit_begin (review, thorough ? _("Arrange the graph anew") : _("Tidy the graph"), &error);
  if (edit == NULL)
    return tl_cli_fail (cli, error);
  if (!keep_places (&drawing, edit, &error))
    {
      tl_edit_abort (edit);
      return tl_cli_fail (cli, error);
    }
  if (drawing.n_moved + drawing.n_placed == 0)
    tl_edit_abort (edit);
  else if ((change = tl_edit_commit (edit, &error)) == NULL)
    return tl_cli_fail (cli, error);
  report (cli, &drawing, change);
  return TL_CLI_DONE;
}
