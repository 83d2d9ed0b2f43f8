/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry for words to look for. It tells of them by "search-changed", after a pause in typing; who does something
 * with what was found lets it settle first, so that it is never done with what older words had found. */
#include "config.h"

#include "ui/widgets/tl-search-entry.h"

static gboolean
has_told (GtkWidget *entry)
{
  const char *told = g_object_get_data (G_OBJECT (entry), "told");

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), told != NULL ? told : "");
}

/* The first to hear of it. After it has settled the pause is still to come, with nothing new. */
static void
search_changed_cb (GtkWidget *entry)
{
  if (has_told (entry))
    g_signal_stop_emission_by_name (entry, "search-changed");
  else
    g_object_set_data_full (G_OBJECT (entry), "told", g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))), g_free);
}

/**
 * tl_search_entry_new:
 * @placeholder: what is to be typed, which is its name too
 *
 * Returns: (transfer floating): a #GtkSearchEntry
 */
GtkWidget *
tl_search_entry_new (const char *placeholder)
{
  g_return_val_if_fail (placeholder != NULL, NULL);

  GtkWidget *entry = gtk_search_entry_new ();

  g_object_set (entry, "placeholder-text", placeholder, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  g_signal_connect (entry, "search-changed", G_CALLBACK (search_changed_cb), NULL);
  return entry;
}

/**
 * tl_search_entry_settle:
 * @entry: what tl_search_entry_new() returned
 *
 * Tells at once of words that still wait for a pause.
 *
 * Returns: whether there were any
 */
gboolean
tl_search_entry_settle (GtkWidget *entry)
{
  g_return_val_if_fail (GTK_IS_SEARCH_ENTRY (entry), FALSE);

  if (has_told (entry))
    return FALSE;
  g_signal_emit_by_name (entry, "search-changed");
  return TRUE;
}
