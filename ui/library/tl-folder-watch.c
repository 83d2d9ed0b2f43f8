/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notices when something changes in the folders that a library watches, or in folders inside them, as far as there are
 * not too many. Emits "rested" once that has come to rest, and "settled" when it is known which folders are seen. */
#include "config.h"

#include "ui/library/tl-folder-watch.h"

#include <glib/gi18n.h>

#include "model/library/tl-watch.h"
#include "ui/widgets/tl-cancellable.h"

struct _TlFolderWatch
{
  GObject parent_instance;

  guint max_folders;
  guint rest; /* in milliseconds */

  /* Owned */
  GStrv         places;   /* the folders that are watched */
  GHashTable   *monitors; /* path → GFileMonitor, of these and of what is inside */
  GCancellable *looking;  /* for folders; NULL while none is looked for */

  guint    timer;  /* runs out when nothing has changed for a while; 0 while nothing has */
  gboolean moved;  /* something changed, and nobody was told yet */
  gboolean beyond; /* there are more folders than are seen */
};

G_DEFINE_FINAL_TYPE (TlFolderWatch, tl_folder_watch, G_TYPE_OBJECT)

enum {
  RESTED,
  SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void look (TlFolderWatch *self);

/* Looking for folders, in a worker: a disk can be slow */

typedef struct {
  GStrv      places;
  guint      max;
  GPtrArray *folders;
  gboolean   beyond;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_strfreev (search->places);
  g_clear_pointer (&search->folders, g_ptr_array_unref);
  g_free (search);
}

static void
search_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Search *search = data;

  search->folders = tl_watch_find_folders ((const char *const *) search->places, search->max, &search->beyond);
  g_task_return_boolean (task, TRUE);
}

static gboolean
rested_cb (gpointer user_data)
{
  TlFolderWatch *self = user_data;

  self->timer = 0;
  self->moved = TRUE;
  /* A folder that came is seen before anybody looks what is in it. */
  look (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (TlFolderWatch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (self->rest, rested_cb, self);
}

static GFileMonitor *
make_monitor (TlFolderWatch *self,
              const char    *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  GFileMonitor *monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor != NULL)
    g_signal_connect_object (monitor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return monitor;
}

static void
see (TlFolderWatch *self,
     Search        *search)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->monitors);

  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->beyond = search->beyond;
  for (guint i = 0; i < search->folders->len; i++)
    {
      const char *path = g_ptr_array_index (search->folders, i);
      GFileMonitor *known = g_hash_table_lookup (before, path);
      GFileMonitor *monitor = known != NULL ? g_object_ref (known) : make_monitor (self, path);

      if (monitor != NULL)
        g_hash_table_insert (self->monitors, g_strdup (path), monitor);
      else
        self->beyond = TRUE;
    }
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  TlFolderWatch *self = TL_FOLDER_WATCH (source);
  gboolean moved = self->moved;

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  g_clear_object (&self->looking);
  see (self, g_task_get_task_data (G_TASK (result)));
  self->moved = FALSE;
  g_signal_emit (self, signals[SETTLED], 0);
  if (moved)
    g_signal_emit (self, signals[RESTED], 0);
}

static void
look (TlFolderWatch *self)
{
  Search *search = g_new0 (Search, 1);
  g_autoptr (GTask) task = NULL;

  *search = (Search) { g_strdupv (self->places), self->max_folders };
  tl_cancellable_renew (&self->looking);
  task = g_task_new (self, self->looking, searched_cb, NULL);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_in_thread);
}

/* GObject overrides */

static void
tl_folder_watch_dispose (GObject *object)
{
  TlFolderWatch *self = TL_FOLDER_WATCH (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  tl_cancellable_stop (&self->looking);
  g_clear_pointer (&self->monitors, g_hash_table_unref);
  g_clear_pointer (&self->places, g_strfreev);
  G_OBJECT_CLASS (tl_folder_watch_parent_class)->dispose (object);
}

static void
tl_folder_watch_class_init (TlFolderWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_folder_watch_dispose;

  signals[RESTED] = g_signal_new ("rested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_folder_watch_init (TlFolderWatch *self)
{
  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->places = g_new0 (char *, 1);
}

/**
 * tl_folder_watch_new:
 * @max_folders: how many are seen at most
 * @rest: how long nothing has to change before "rested" is emitted, in milliseconds
 *
 * Returns: (transfer full): a watch of no folder
 */
TlFolderWatch *
tl_folder_watch_new (guint max_folders,
                     guint rest)
{
  TlFolderWatch *self = g_object_new (TL_TYPE_FOLDER_WATCH, NULL);

  self->max_folders = max_folders;
  self->rest = rest;
  return self;
}

/**
 * tl_folder_watch_set_folders:
 * @watched: (element-type TlWatched): the folders; not needed after the call
 *
 * Begins to see what changes in these; "settled" is emitted then.
 */
void
tl_folder_watch_set_folders (TlFolderWatch *self,
                             GPtrArray     *watched)
{
  g_return_if_fail (TL_IS_FOLDER_WATCH (self) && watched != NULL);

  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();

  for (guint i = 0; i < watched->len; i++)
    if (((const TlWatched *) g_ptr_array_index (watched, i))->reachable)
      g_strv_builder_add (places, ((const TlWatched *) g_ptr_array_index (watched, i))->path);
  g_strfreev (self->places);
  self->places = g_strv_builder_end (places);
  look (self);
}

/**
 * tl_folder_watch_get_n:
 *
 * Returns: how many folders are seen
 */
guint
tl_folder_watch_get_n (TlFolderWatch *self)
{
  g_return_val_if_fail (TL_IS_FOLDER_WATCH (self), 0);
  return g_hash_table_size (self->monitors);
}

/**
 * tl_folder_watch_dup_unseen:
 *
 * Returns: (transfer full) (nullable): that there are more folders than are seen, and what that means; %NULL if not
 */
char *
tl_folder_watch_dup_unseen (TlFolderWatch *self)
{
  g_return_val_if_fail (TL_IS_FOLDER_WATCH (self), NULL);

  guint n = tl_folder_watch_get_n (self);

  return self->beyond
           ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "There are more folders in these than can be watched at once: %u is. What "
                                           "is new in the others is taken in when the library is opened, or by Look "
                                           "Now.",
                                           "There are more folders in these than can be watched at once: %u are. What "
                                           "is new in the others is taken in when the library is opened, or by Look "
                                           "Now.", n), n)
           : NULL;
}
