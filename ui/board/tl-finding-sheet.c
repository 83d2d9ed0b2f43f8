/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A finding as one page, to be read: what it says in large text and a calm column, the why behind it, what is put to
 * the board, and what the board answers and does. What the finding says is written elsewhere; the board's own is
 * written here. */
#include "config.h"

#include "ui/board/tl-finding-sheet.h"

#include <glib/gi18n.h>

#include "model/case/tl-board.h"
#include "ui/board/tl-board-answer.h"
#include "ui/board/tl-card-list.h"
#include "ui/board/tl-finding-text.h"
#include "ui/board/tl-why-view.h"
#include "ui/fields/tl-field-row.h"
#include "ui/widgets/tl-phrase.h"

/* A column that is easy to read, in pixels at the natural size of the text. */
#define COLUMN 720

struct _TlFindingSheet
{
  AdwBin parent_instance;

  /* Owned */
  TlReview *review;
  TlRecord *finding;

  GtkWidget *scroller;
  GtkWidget *clamp;
  GtkWidget *column;
  GtkWidget *text;    /* what the finding says */
  GtkWidget *why;
  GtkWidget *asked;   /* heading of what is put to the board */
  GtkWidget *answers; /* a TlBoardAnswer each */
  GtkWidget *gap;     /* what no action weakens */
  guint      zoom;
};

G_DEFINE_FINAL_TYPE (TlFindingSheet, tl_finding_sheet, ADW_TYPE_BIN)

/* How large each step makes the text; the classes of the style sheet are named after them. */
static const double zooms[TL_FINDING_SHEET_N_ZOOMS] = { 0.8, 0.9, 1, 1.2, 1.5, 1.8, 2.2 };

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
read_parts (TlFindingSheet *self,
            TlBoardReading *reading)
{
  g_autoptr (GPtrArray) parts = tl_finding_text_read (reading, self->finding);

  clear (self->text);
  for (guint i = 0; i < parts->len; i++)
    {
      const TlFindingPart *part = g_ptr_array_index (parts, i);

      if (part->role == TL_FINDING_PART_PICTURE)
        continue;

      GtkWidget *label = tl_board_label_new (tl_finding_part_get_style (part->role));

      gtk_label_set_text (GTK_LABEL (label), part->text);
      gtk_box_append (GTK_BOX (self->text), label);
    }
}

static GtkWidget *
make_answer (TlReview *review,
             TlRecord *asked)
{
  return tl_board_answer_new (review, asked);
}

/* What was asked, in its order, and the finding as a whole last. */
static void
read_answers (TlFindingSheet *self,
              TlBoardReading *reading)
{
  g_autoptr (GPtrArray) asked = tl_board_list_questions (self->review, self->finding);

  g_ptr_array_add (asked, self->finding);
  tl_card_list_update (self->answers, self->review, asked, make_answer);
  for (GtkWidget *answer = gtk_widget_get_first_child (self->answers); answer != NULL;
       answer = gtk_widget_get_next_sibling (answer))
    tl_board_answer_read (TL_BOARD_ANSWER (answer), reading);
}

static void
read_gap (TlFindingSheet *self,
          TlBoardReading *reading)
{
  g_autoptr (GPtrArray) all = tl_board_list_factors (self->review, self->finding);
  g_autoptr (GPtrArray) actions = tl_board_list_actions (self->review, self->finding);
  g_autoptr (GPtrArray) left = tl_board_list_unweakened (self->review, self->finding);
  g_autoptr (GString) words = g_string_new (NULL);

  if (left->len > 0 && actions->len > 0)
    g_string_append_printf (words,
                            g_dngettext (GETTEXT_PACKAGE, "Of %u factor behind this finding no action weakens:",
                                         "Of %u factors behind this finding no action weakens:", all->len),
                            all->len);
  for (guint i = 0; words->len > 0 && i < left->len; i++)
    {
      const char *statement = tl_record_get_text (g_ptr_array_index (left, i), "statement");

      if (statement != NULL)
        g_string_append_printf (words, "\n• %s", statement);
    }
  tl_board_reading_show (reading, self->gap, words->str);
}

/**
 * tl_finding_sheet_refresh:
 *
 * Reads the page again, for it may say something else by now.
 */
void
tl_finding_sheet_refresh (TlFindingSheet *self)
{
  g_return_if_fail (TL_IS_FINDING_SHEET (self));

  g_autoptr (TlBoardReading) reading = NULL;

  if (self->finding == NULL || tl_review_lookup (self->review, tl_record_get_id (self->finding)) != self->finding)
    return;
  reading = tl_board_reading_new (self->review);
  read_parts (self, reading);
  read_answers (self, reading);
  read_gap (self, reading);
  tl_why_view_refresh (TL_WHY_VIEW (self->why));
}

/* Keys */

static gboolean
is_at_end (TlFindingSheet *self,
           gboolean        down)
{
  GtkAdjustment *at = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double value = gtk_adjustment_get_value (at);

  return down ? value + gtk_adjustment_get_page_size (at) >= gtk_adjustment_get_upper (at) - 1
              : value <= gtk_adjustment_get_lower (at);
}

/* A page is read to its end before the next is turned to. Where something is written the keys are the text's. */
static gboolean
key_pressed_cb (TlFindingSheet  *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  gboolean down = key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down;
  gboolean up = key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((!down && !up) || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0 || GTK_IS_TEXT_VIEW (focus)
      || !is_at_end (self, down))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), down ? "board.next" : "board.previous", NULL);
  return GDK_EVENT_STOP;
}

static void
add_keys (TlFindingSheet *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->scroller, keys);
}

/* GtkWidget overrides */

static gboolean
tl_finding_sheet_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_FINDING_SHEET (widget)->text);
}

/* GObject overrides */

static void
tl_finding_sheet_dispose (GObject *object)
{
  TlFindingSheet *self = TL_FINDING_SHEET (object);

  g_clear_object (&self->finding);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (tl_finding_sheet_parent_class)->dispose (object);
}

static void
tl_finding_sheet_class_init (TlFindingSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_finding_sheet_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_finding_sheet_grab_focus;
}

static void
tl_finding_sheet_init (TlFindingSheet *self)
{
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  /* What is read has the keyboard, not the scroller: from that the Tab key would pass by all that can be done here. */
  self->text = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "focusable", TRUE,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  self->asked = tl_board_label_new ("finding-heading");
  self->answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  self->gap = tl_board_label_new ("finding-note");
  gtk_widget_add_css_class (self->column, "finding-sheet");

  self->clamp = adw_clamp_new ();
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->column);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->clamp);
  add_keys (self);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

/**
 * tl_finding_sheet_new:
 * @review: a review
 *
 * Returns: (transfer floating): a sheet of no finding yet
 */
GtkWidget *
tl_finding_sheet_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlFindingSheet *self = g_object_new (TL_TYPE_FINDING_SHEET, NULL);

  self->review = g_object_ref (review);
  self->why = tl_why_view_new (review);
  tl_phrase_bind (self->asked, "label", review, _("Put to {the_owner}"));
  gtk_box_append (GTK_BOX (self->column), self->text);
  gtk_box_append (GTK_BOX (self->column), self->why);
  gtk_box_append (GTK_BOX (self->column), self->asked);
  gtk_box_append (GTK_BOX (self->column), self->answers);
  gtk_box_append (GTK_BOX (self->column), self->gap);
  tl_finding_sheet_set_zoom (self, TL_FINDING_SHEET_NATURAL_ZOOM);
  return GTK_WIDGET (self);
}

/**
 * tl_finding_sheet_get_finding:
 *
 * Returns: (transfer none) (nullable): the finding that is read
 */
TlRecord *
tl_finding_sheet_get_finding (TlFindingSheet *self)
{
  g_return_val_if_fail (TL_IS_FINDING_SHEET (self), NULL);
  return self->finding;
}

/**
 * tl_finding_sheet_set_finding:
 * @finding: (nullable): what to read from now on, from the top
 */
void
tl_finding_sheet_set_finding (TlFindingSheet *self,
                              TlRecord       *finding)
{
  g_return_if_fail (TL_IS_FINDING_SHEET (self) && (finding == NULL || tl_record_is (finding, "finding")));

  if (!g_set_object (&self->finding, finding))
    return;
  tl_card_list_keep_focus (self->answers);
  tl_field_row_flush_within (self->answers);
  clear (self->answers);
  tl_why_view_set_finding (TL_WHY_VIEW (self->why), finding);
  tl_finding_sheet_refresh (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);

  g_autofree char *name = finding != NULL ? tl_board_words_finding (self->review, finding)
                                          : tl_review_dup_declared (self->review, "Finding");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * tl_finding_sheet_set_zoom:
 * @zoom: a step, from 0
 *
 * Makes the text, its column and the picture larger or smaller.
 */
void
tl_finding_sheet_set_zoom (TlFindingSheet *self,
                           guint           zoom)
{
  g_return_if_fail (TL_IS_FINDING_SHEET (self) && zoom < TL_FINDING_SHEET_N_ZOOMS);

  g_autofree char *old = g_strdup_printf ("zoom-%u", self->zoom);
  g_autofree char *new = g_strdup_printf ("zoom-%u", zoom);

  gtk_widget_remove_css_class (self->column, old);
  gtk_widget_add_css_class (self->column, new);
  self->zoom = zoom;
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), (int) (COLUMN * zooms[zoom]));
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), (int) (COLUMN * zooms[zoom]));
  tl_why_view_set_scale (TL_WHY_VIEW (self->why), zooms[zoom]);
}

/**
 * tl_finding_sheet_reveal:
 * @id: id of a question, response or action on the page
 *
 * Brings it into view.
 */
void
tl_finding_sheet_reveal (TlFindingSheet *self,
                         const char     *id)
{
  g_return_if_fail (TL_IS_FINDING_SHEET (self) && id != NULL);

  TlRecord *record = tl_review_lookup (self->review, id);

  while (record != NULL && (tl_record_is (record, "action") || tl_record_is (record, "response")))
    {
      const char *up = tl_record_get_text (record, tl_record_is (record, "action") ? "response" : "to");
      record = up != NULL ? tl_review_lookup (self->review, up) : NULL;
    }

  GtkWidget *answer = record != NULL && record != self->finding
                        ? tl_card_list_find (self->answers, tl_record_get_id (record)) : NULL;
  if (answer != NULL)
    gtk_widget_child_focus (answer, GTK_DIR_TAB_FORWARD);
}
