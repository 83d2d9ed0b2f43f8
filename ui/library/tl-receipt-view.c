/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A receipt to be read: what came, what was not taken in and why, what the rules say, and every file. Saved and printed
 * it says the same. */
#include "config.h"

#include "ui/library/tl-receipt-view.h"

#include <glib/gi18n.h>

#include "model/library/tl-receipt-page.h"
#include "ui/widgets/tl-label-button.h"

#define MARGIN 18
#define INDENT 24

struct _TlReceiptView
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkStack      *stack; /* "nothing", "receipt" */
  GtkLabel      *title;
  GtkWidget     *save;
  GtkWidget     *print;
  GtkTextView   *text;
  GtkTextBuffer *buffer; /* of that */

  gint64 number; /* 0 while none is shown */
};

G_DEFINE_FINAL_TYPE (TlReceiptView, tl_receipt_view, ADW_TYPE_BIN)

static void
tl_receipt_view_class_init (TlReceiptViewClass *klass)
{
}

/* Filling */

static void
append (TlReceiptView *self,
        const char    *tag,
        const char    *text)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  if (tag != NULL)
    gtk_text_buffer_insert_with_tags_by_name (self->buffer, &end, text, -1, tag, NULL);
  else
    gtk_text_buffer_insert (self->buffer, &end, text, -1);
}

static void
append_facts (TlReceiptView   *self,
              const TlReceipt *receipt)
{
  g_autofree char *began = tl_receipt_dup_began (receipt);
  g_autofree char *places = tl_receipt_dup_places (receipt);
  g_autofree char *stopped = tl_receipt_dup_stopped (receipt);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: when a gathering began, and from where, in lines of their own */
  g_string_append_printf (text, _("%s, from\n%s\n"), began, places);
  for (guint i = 0; i < TL_N_OUTCOMES; i++)
    if (receipt->counts[i] > 0)
      g_string_append_printf (text, "%u  %s. %s.\n", receipt->counts[i], tl_outcome_get_title (i),
                              tl_outcome_get_meaning (i));
  append (self, NULL, text->str);
  if (stopped == NULL)
    return;
  append (self, "strong", stopped);
  append (self, NULL, "\n");
}

static void
append_quarantined (TlReceiptView   *self,
                    const TlReceipt *receipt)
{
  if (receipt->counts[TL_OUTCOME_QUARANTINED] == 0)
    return;
  append (self, "heading", _("Not taken in"));
  for (guint i = 0; i < receipt->files->len; i++)
    {
      const TlReceiptFile *file = g_ptr_array_index (receipt->files, i);
      g_autofree char *reason = g_strconcat ("\n", file->reason, NULL);

      if (file->outcome != TL_OUTCOME_QUARANTINED)
        continue;
      append (self, NULL, "\n");
      append (self, NULL, file->file);
      append (self, "within", reason);
    }
  append (self, NULL, "\n");
}

static void
append_rules (TlReceiptView   *self,
              const TlReceipt *receipt)
{
  g_autoptr (GArray) rules = tl_receipt_count_advice (receipt);
  g_autoptr (GString) text = g_string_new (NULL);

  if (rules->len == 0)
    return;
  append (self, "heading", _("What the rules say"));
  for (guint i = 0; i < rules->len; i++)
    {
      const TlReceiptRule *counted = &g_array_index (rules, TlReceiptRule, i);
      g_autofree char *name = tl_receipt_rule_dup_name (counted);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%s: %u record", "%s: %u records",
                                                 counted->records), name, counted->records);
    }
  g_string_append_c (text, '\n');
  append (self, NULL, text->str);
}

static void
append_files (TlReceiptView   *self,
              const TlReceipt *receipt)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (receipt->files->len == 0)
    return;
  append (self, "heading", _("Every file"));
  for (guint i = 0; i < receipt->files->len; i++)
    {
      const TlReceiptFile *file = g_ptr_array_index (receipt->files, i);
      g_autofree char *became = tl_receipt_file_dup_outcome (file);

      g_string_append_printf (text, "\n%s: %s", file->file, became);
    }
  append (self, NULL, text->str);
}

/* The tree of widgets */

static void
add_tags (TlReceiptView *self)
{
  gtk_text_buffer_create_tag (self->buffer, "heading", "weight", PANGO_WEIGHT_BOLD, "scale", PANGO_SCALE_LARGE,
                              "pixels-above-lines", MARGIN, "pixels-below-lines", 3, NULL);
  gtk_text_buffer_create_tag (self->buffer, "strong", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (self->buffer, "within", "left-margin", MARGIN + INDENT, NULL);
}

static GtkWidget *
make_text (TlReceiptView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->text);
  add_tags (self);
  gtk_text_view_set_editable (self->text, FALSE);
  gtk_text_view_set_cursor_visible (self->text, FALSE);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_view_set_left_margin (self->text, MARGIN);
  gtk_text_view_set_right_margin (self->text, MARGIN);
  gtk_text_view_set_top_margin (self->text, MARGIN);
  gtk_text_view_set_bottom_margin (self->text, MARGIN);
  gtk_text_view_set_pixels_below_lines (self->text, 2);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->text));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_page (TlReceiptView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  self->save = tl_label_button_new (_("_Save Receipt…"));
  self->print = tl_label_button_new (_("_Print…"));
  gtk_widget_add_css_class (top, "noted-advice");
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (top), self->save);
  gtk_box_append (GTK_BOX (top), self->print);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), make_text (self));
  return box;
}

static void
tl_receipt_view_init (TlReceiptView *self)
{
  GtkWidget *nothing = gtk_label_new (_("Choose a gathering to read its receipt."));

  gtk_label_set_wrap (GTK_LABEL (nothing), TRUE);
  gtk_widget_add_css_class (nothing, "dim-label");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, nothing, "nothing");
  gtk_stack_add_named (self->stack, make_page (self), "receipt");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * tl_receipt_view_new:
 *
 * Returns: (transfer floating): a view of no receipt
 */
GtkWidget *
tl_receipt_view_new (void)
{
  return g_object_new (TL_TYPE_RECEIPT_VIEW, NULL);
}

/**
 * tl_receipt_view_set_receipt:
 * @receipt: (nullable): a receipt with its files; not needed after the call
 */
void
tl_receipt_view_set_receipt (TlReceiptView   *self,
                             const TlReceipt *receipt)
{
  g_return_if_fail (TL_IS_RECEIPT_VIEW (self) && (receipt == NULL || receipt->files != NULL));

  self->number = receipt != NULL ? receipt->number : 0;
  gtk_text_buffer_set_text (self->buffer, "", -1);
  gtk_stack_set_visible_child_name (self->stack, receipt != NULL ? "receipt" : "nothing");
  if (receipt == NULL)
    return;

  g_autofree char *title = tl_receipt_dup_title (receipt);
  GtkTextIter start;

  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  append_facts (self, receipt);
  append_quarantined (self, receipt);
  append_rules (self, receipt);
  append_files (self, receipt);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->save), "x", receipt->number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "win.save-receipt");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->print), "x", receipt->number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->print), "win.print-receipt");
}

/**
 * tl_receipt_view_get_number:
 *
 * Returns: the number of the receipt that is shown; 0 if none is
 */
gint64
tl_receipt_view_get_number (TlReceiptView *self)
{
  g_return_val_if_fail (TL_IS_RECEIPT_VIEW (self), 0);
  return self->number;
}
