/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far each source has been read, and where one left off. It belongs to the person at this desk and not to the
 * review, so it stays in a file of theirs, in which there are ids and numbers and nothing else. */
#define G_LOG_DOMAIN "tl-evidence"

#include "config.h"

#include "ui/evidence/tl-reading.h"

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "throughline", "reading.ini", NULL);
}

/* Read once; a file that can't be read is as good as none. */
static GKeyFile *
get_file (void)
{
  static GKeyFile *file;

  if (file == NULL)
    {
      g_autofree char *path = dup_path ();

      file = g_key_file_new ();
      g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
    }
  return file;
}

static guint
get_number (const char *source_id,
            const char *key)
{
  return (guint) g_key_file_get_uint64 (get_file (), source_id, key, NULL);
}

/**
 * tl_reading_get:
 * @source_id: id of a source
 *
 * Returns: how far it has been read
 */
TlReading
tl_reading_get (const char *source_id)
{
  g_return_val_if_fail (source_id != NULL, TL_READING_NOT_BEGUN);

  guint seen = get_number (source_id, "seen"), length = get_number (source_id, "length");

  if (seen == 0)
    return TL_READING_NOT_BEGUN;
  return seen < length ? TL_READING_IN_PART : TL_READING_TO_THE_END;
}

/**
 * tl_reading_get_place:
 * @source_id: id of a source
 *
 * Returns: the character at which it was left
 */
guint
tl_reading_get_place (const char *source_id)
{
  g_return_val_if_fail (source_id != NULL, 0);
  return get_number (source_id, "place");
}

/**
 * tl_reading_keep:
 * @source_id: id of a source
 * @place: the character at which it is left
 * @seen: how many of its characters have been in view, counted from its beginning; fewer than before change nothing
 * @length: how many it has
 *
 * Remembers it for the next time.
 */
void
tl_reading_keep (const char *source_id,
                 guint       place,
                 guint       seen,
                 guint       length)
{
  g_return_if_fail (source_id != NULL);

  GKeyFile *file = get_file ();
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_key_file_set_uint64 (file, source_id, "place", place);
  g_key_file_set_uint64 (file, source_id, "seen", MAX (seen, get_number (source_id, "seen")));
  g_key_file_set_uint64 (file, source_id, "length", length);
  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (file, path, &error))
    g_info ("%s", error->message);
}
