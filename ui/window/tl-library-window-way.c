/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way that somebody goes in a library window: from a count to the reviews behind it, from one of these to its
 * record or to findings like its own, and back, step by step, to where the keyboard was. Who turns to another page by
 * themselves begins anew. */
#define G_LOG_DOMAIN "tl-window"

#include "config.h"

#include "ui/window/tl-library-window-private.h"

#include "ui/library/tl-behind-list.h"
#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-look-behind.h"

/* Not all that has something in it hands the keyboard on, and some keep it for themselves. */
static gboolean
focus_first (GtkWidget *widget)
{
  gboolean holds = GTK_IS_PANED (widget) || GTK_IS_SCROLLED_WINDOW (widget);
  gboolean done = gtk_widget_get_child_visible (widget) && !holds && gtk_widget_grab_focus (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !done;
       child = gtk_widget_get_next_sibling (child))
    done = focus_first (child);
  return done;
}

/* Of the lists on a page the one that is seen. */
static GtkWidget *
find_behind (GtkWidget *widget)
{
  GtkWidget *found = TL_IS_BEHIND_LIST (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child))
      found = find_behind (child);
  return found;
}

/* Shows the page, and the part of it, on which something is. */
static void
reveal (TlLibraryWindow *self,
        GtkWidget       *widget)
{
  GtkWidget *parent;

  for (GtkWidget *child = widget; (parent = gtk_widget_get_parent (child)) != NULL; child = parent)
    if (parent == GTK_WIDGET (self->stack))
      tl_library_window_show_page (self, gtk_stack_page_get_name (gtk_stack_get_page (self->stack, child)));
    else if (GTK_IS_STACK (parent) && TL_IS_QUESTION_PAGE (child))
      gtk_stack_set_visible_child (GTK_STACK (parent), child);
}

static void
step_free (gpointer step)
{
  g_weak_ref_clear (step);
  g_free (step);
}

/* A step is what had the keyboard before it. */
static void
take_step (TlLibraryWindow *self)
{
  GWeakRef *step = g_new (GWeakRef, 1);

  g_weak_ref_init (step, gtk_window_get_focus (GTK_WINDOW (self)));
  g_queue_push_tail (&self->way, step);
}

/* Actions */

static void
look_behind_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  GtkWidget *behind = find_behind (gtk_stack_get_visible_child (self->stack));

  if (behind == NULL)
    return;
  take_step (self);
  gtk_widget_grab_focus (behind);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlLibraryWindow *self = TL_LIBRARY_WINDOW (widget);
  gboolean done = FALSE;

  self->is_on_way = TRUE;
  while (!done && self->way.length > 0)
    {
      GWeakRef *step = g_queue_pop_tail (&self->way);
      g_autoptr (GtkWidget) focus = g_weak_ref_get (step);

      step_free (step);
      if (focus == NULL || gtk_widget_get_root (focus) != GTK_ROOT (self))
        continue;
      reveal (self, focus);
      done = gtk_widget_grab_focus (focus);
    }
  self->is_on_way = FALSE;
}

void
_tl_library_window_install_way (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, TL_LOOK_BEHIND, NULL, look_behind_action);
  gtk_widget_class_install_action (widget_class, "way.back", NULL, back_action);
  tl_accels_install (widget_class, "way.");
}

/* The keyboard goes along, or a word to search for would be typed elsewhere. */
void
_tl_library_window_focus_page (TlLibraryWindow *self)
{
  focus_first (gtk_stack_get_visible_child (self->stack));
}

/* Shows a page to which something on the one that is seen leads. */
void
_tl_library_window_go (TlLibraryWindow *self,
                       const char      *page)
{
  take_step (self);
  self->is_on_way = TRUE;
  tl_library_window_show_page (self, page);
  self->is_on_way = FALSE;
}

/* Another page is seen. */
void
_tl_library_window_begin_way (TlLibraryWindow *self)
{
  if (!self->is_on_way)
    g_queue_clear_full (&self->way, step_free);
}
