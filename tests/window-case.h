/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tests of windows do most: wait for what they expect, find a widget by its type, and read what is shown. */
#pragma once

#include <gtk/gtk.h>
#include <string.h>

#define TICK_MS 10
#define MAX_TICKS 3000

static inline gboolean
tick_cb (gpointer data)
{
  (*(guint *) data)++;
  return G_SOURCE_CONTINUE;
}

/* Lets the program run until @condition holds; fails after half a minute. The ticks wake it, for what a worker lets go
 * of last wakes nobody. */
#define WAIT_UNTIL(condition)                                     \
  G_STMT_START                                                    \
  {                                                               \
    guint ticks_ = 0;                                             \
    guint source_ = g_timeout_add (TICK_MS, tick_cb, &ticks_);    \
    while (!(condition) && ticks_ < MAX_TICKS)                    \
      g_main_context_iteration (NULL, TRUE);                      \
    g_source_remove (source_);                                    \
    g_assert_true (condition);                                    \
  }                                                               \
  G_STMT_END

/* Counts @n down as it goes. */
static inline GtkWidget *
find_counted (GtkWidget *root,
              GType      type,
              guint     *n)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_counted (child, type, n);
  return found;
}

/* The widget of a type before which @n others stand in the tree. */
static inline GtkWidget *
find_nth (GtkWidget *root,
          GType      type,
          guint      n)
{
  return find_counted (root, type, &n);
}

static inline GtkWidget *
find_within (GtkWidget *root,
             GType      type)
{
  return find_nth (root, type, 0);
}

/* The button with that label, mnemonics and all; NULL if there is none. */
static inline GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = find_nth (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      return button;
  return NULL;
}

/* Whether @text is to be read in what is shown of @root. */
static inline gboolean
says (GtkWidget  *root,
      const char *text)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child) && says (child, text))
      return TRUE;
  return FALSE;
}

/* Gives a window the keyboard, as a window manager would: where it has none, rows of a list keep the Tab key. */
static inline void
make_active (void *window)
{
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (window)));
  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (gtk_window_is_active (GTK_WINDOW (window)));
}

/* Closes a window on a review, of which nothing else is to hold on to either; what still has an idle call to come goes
 * after the window. */
static inline void
close_on (void *window,
          void *review)
{
  g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (!gtk_widget_get_realized (GTK_WIDGET (window)));
  WAIT_UNTIL (G_OBJECT (window)->ref_count == 1);
  g_assert_finalize_object (G_OBJECT (window));
  WAIT_UNTIL (G_OBJECT (review)->ref_count == 1);
  g_assert_finalize_object (G_OBJECT (review));
}
