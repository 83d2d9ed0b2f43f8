/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library holds, in a sentence and a few bars. Small counts are withheld here as on every other page, by the
 * same switch. */
#include "config.h"

#include "ui/library/tl-holdings-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/questions/tl-count.h"
#include "model/typology/tl-typology.h"
#include "ui/library/tl-library-empty.h"
#include "ui/library/tl-record-wording.h"
#include "ui/widgets/tl-bar.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-wrapped.h"

#define MAX_WIDTH 760

struct _TlHoldingsView
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkStack       *stack; /* "empty", "holdings" */
  GtkLabel       *sentence;
  GtkLabel       *beside; /* what is not counted */
  GtkLabel       *note;
  GtkCheckButton *internal;
  GtkGrid        *grids[TL_N_HOLDINGS_PARTS];

  /* Owned */
  TlQuestion *question;
  TlHoldings *holdings;
};

G_DEFINE_FINAL_TYPE (TlHoldingsView, tl_holdings_view, ADW_TYPE_BIN)

static char *
dup_year (const char *key)
{
  return g_strdup (key[0] != '\0' ? key : _("Not stated"));
}

/* "national-1 1.0" as "National typology of problems, first draft, version 1.0". */
static char *
dup_typology (const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, " ", 2);
  TlTypology *typology = tl_typology_lookup (parts[0], NULL);

  /* Translators: a typology and its version */
  return g_strdup_printf (_("%s, version %s"), typology != NULL ? tl_typology_get_title (typology) : parts[0],
                          parts[1] != NULL ? parts[1] : "");
}

static const struct {
  const char *title;
  char     *(*dup_name) (const char *key);
} parts[TL_N_HOLDINGS_PARTS] = {
  [TL_HOLDINGS_YEARS] = { N_("By Calendar Year"), dup_year },
  [TL_HOLDINGS_TYPOLOGIES] = { N_("By Typology in Which They Are Coded"), dup_typology },
  [TL_HOLDINGS_METHODS] = { N_("By Method"), tl_record_wording_method_id },
  [TL_HOLDINGS_BOARDS] = { N_("By Board, Known by Its Pseudonym"), tl_record_wording_board_id },
};

/* Filling */

static char *
dup_sentence (const TlHoldings *holdings)
{
  g_autofree char *reviews
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u review", "%u reviews", holdings->reviews),
                         holdings->reviews);
  g_autofree char *boards
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u board", "%u boards", holdings->boards), holdings->boards);

  if (holdings->first_year == 0)
    /* Translators: so many reviews from so many boards */
    return g_strdup_printf (_("%s from %s"), reviews, boards);
  if (holdings->first_year == holdings->last_year)
    return g_strdup_printf (_("%s of %u from %s"), reviews, holdings->first_year, boards);
  return g_strdup_printf (_("%s of %u to %u, from %s"), reviews, holdings->first_year, holdings->last_year, boards);
}

static char *
dup_beside (const TlHoldings *holdings)
{
  g_autofree char *superseded = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u earlier revision of them is kept and not counted.",
                   "%u earlier revisions of them are kept and not counted.", holdings->superseded),
      holdings->superseded);
  g_autofree char *withdrawn = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u review was withdrawn, and nothing of it is left.",
                   "%u reviews were withdrawn, and nothing of them is left.", holdings->withdrawn),
      holdings->withdrawn);

  return g_strdup_printf ("%s%s%s", holdings->superseded > 0 ? superseded : "",
                          holdings->superseded > 0 && holdings->withdrawn > 0 ? " " : "",
                          holdings->withdrawn > 0 ? withdrawn : "");
}

static void
fill_grid (GtkGrid      *grid,
           guint         part,
           const GArray *lines,
           guint         reviews)
{
  GtkWidget *child;
  gint64 most = 1;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
  for (guint i = 0; i < lines->len; i++)
    most = MAX (most, g_array_index (lines, TlHolding, i).reviews);
  for (guint i = 0; i < lines->len; i++)
    {
      const TlHolding *holding = &g_array_index (lines, TlHolding, i);
      g_autofree char *name = parts[part].dup_name (holding->key);
      g_autofree char *count = tl_count_format (holding->reviews);
      /* Translators: a year or a method, and how many reviews are of it; "c" stands for a count that is withheld */
      g_autofree char *spoken = g_strdup_printf (_("%s: %s of %u reviews"), name, count, reviews);
      GtkWidget *label = tl_wrapped_new (name, NULL), *bar = tl_bar_new (), *number = gtk_label_new (count);

      tl_bar_set_count (TL_BAR (bar), holding->reviews, reviews, (double) most / MAX (reviews, 1), spoken);
      gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_set_hexpand (bar, TRUE);
      gtk_label_set_xalign (GTK_LABEL (number), 1);
      gtk_widget_add_css_class (number, "numeric");
      gtk_grid_attach (grid, label, 0, (int) i, 1, 1);
      gtk_grid_attach (grid, bar, 1, (int) i, 1, 1);
      gtk_grid_attach (grid, number, 2, (int) i, 1, 1);
    }
}

static void
show (TlHoldingsView *self)
{
  TlAnswerTerms terms;
  g_autofree char *note = NULL;

  tl_question_get_terms (self->question, &terms);
  gtk_check_button_set_active (self->internal, terms.internal);
  gtk_stack_set_visible_child_name (self->stack, self->holdings != NULL && self->holdings->reviews > 0 ? "holdings"
                                                                                                     : "empty");
  if (self->holdings == NULL)
    return;

  g_autoptr (TlHoldings) protected = terms.internal ? NULL
                                                    : tl_holdings_protect (self->holdings, terms.threshold, &note);
  const TlHoldings *shown = protected != NULL ? protected : self->holdings;
  g_autofree char *sentence = dup_sentence (shown);
  g_autofree char *beside = dup_beside (shown);

  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->beside, beside);
  gtk_widget_set_visible (GTK_WIDGET (self->beside), beside[0] != '\0');
  gtk_label_set_text (self->note, note != NULL ? note : _("Nothing is withheld: for the office’s own eyes, not to be "
                                                          "passed on."));
  for (guint i = 0; i < TL_N_HOLDINGS_PARTS; i++)
    fill_grid (self->grids[i], i, shown->parts[i], shown->reviews);
}

static void
internal_toggled_cb (TlHoldingsView *self)
{
  tl_question_set_internal (self->question, gtk_check_button_get_active (self->internal));
}

/* GObject overrides */

static void
tl_holdings_view_dispose (GObject *object)
{
  TlHoldingsView *self = TL_HOLDINGS_VIEW (object);

  g_clear_object (&self->question);
  g_clear_pointer (&self->holdings, tl_holdings_free);
  G_OBJECT_CLASS (tl_holdings_view_parent_class)->dispose (object);
}

static void
tl_holdings_view_class_init (TlHoldingsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_holdings_view_dispose;
}

static void
add_part (TlHoldingsView *self,
          GtkWidget      *box,
          guint           part)
{
  GtkWidget *title = tl_wrapped_new (_(parts[part].title), "heading");

  self->grids[part] = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grids[part], 12);
  gtk_grid_set_row_spacing (self->grids[part], 3);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->grids[part]), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL,
                                  -1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grids[part]));
}

static void
tl_holdings_view_init (TlHoldingsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->sentence = GTK_LABEL (tl_wrapped_new (NULL, "title-2"));
  self->beside = GTK_LABEL (tl_wrapped_new (NULL, NULL));
  self->note = GTK_LABEL (tl_wrapped_new (NULL, "dim-label"));
  self->internal = GTK_CHECK_BUTTON (tl_label_check_new (_("_Small counts shown")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->internal),
                               _("Withhold nothing: for the office’s own eyes, not to be passed on"));
  gtk_widget_set_halign (GTK_WIDGET (self->internal), GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->beside));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->internal));
  for (guint i = 0; i < TL_N_HOLDINGS_PARTS; i++)
    add_part (self, box, i);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, tl_library_empty_new (), "empty");
  gtk_stack_add_named (self->stack, scrolled, "holdings");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * tl_holdings_view_new:
 * @question: says whether small counts are shown
 *
 * Returns: (transfer floating): a view of nothing
 */
GtkWidget *
tl_holdings_view_new (TlQuestion *question)
{
  g_return_val_if_fail (TL_IS_QUESTION (question), NULL);

  TlHoldingsView *self = g_object_new (TL_TYPE_HOLDINGS_VIEW, NULL);

  self->question = g_object_ref (question);
  g_signal_connect_object (question, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->internal, "toggled", G_CALLBACK (internal_toggled_cb), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

/**
 * tl_holdings_view_set_holdings:
 * @holdings: (transfer full): what the library holds
 */
void
tl_holdings_view_set_holdings (TlHoldingsView *self,
                               TlHoldings     *holdings)
{
  g_return_if_fail (TL_IS_HOLDINGS_VIEW (self) && holdings != NULL);

  g_clear_pointer (&self->holdings, tl_holdings_free);
  self->holdings = holdings;
  show (self);
}
