/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Something that a library keeps a note of, as a line: a file in quarantine, a folder, a withdrawal. */
#include "config.h"

#include "ui/library/tl-noted.h"

#include <string.h>

struct _TlNoted
{
  GObject parent_instance;

  char *title;
  char *text;
  char *note;
  char *target;
  char *folded; /* what is looked through for words */
  guint deeds;
};

G_DEFINE_FINAL_TYPE (TlNoted, tl_noted, G_TYPE_OBJECT)

static void
tl_noted_finalize (GObject *object)
{
  TlNoted *self = TL_NOTED (object);

  g_free (self->title);
  g_free (self->text);
  g_free (self->note);
  g_free (self->target);
  g_free (self->folded);
  G_OBJECT_CLASS (tl_noted_parent_class)->finalize (object);
}

static void
tl_noted_class_init (TlNotedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_noted_finalize;
}

static void
tl_noted_init (TlNoted *self)
{
}

/**
 * tl_noted_new:
 * @title: what it is called
 * @text: what there is to say
 * @note: (nullable): what is said less loudly
 * @target: (nullable): what the deeds of the list are given
 * @deeds: which of the deeds of the list there are for it, a bit each
 *
 * Returns: (transfer full): a line
 */
TlNoted *
tl_noted_new (const char *title,
              const char *text,
              const char *note,
              const char *target,
              guint       deeds)
{
  g_return_val_if_fail (title != NULL && text != NULL, NULL);

  TlNoted *self = g_object_new (TL_TYPE_NOTED, NULL);
  g_autofree char *all = g_strjoin ("\n", title, text, note, NULL);

  self->title = g_strdup (title);
  self->text = g_strdup (text);
  self->note = g_strdup (note);
  self->target = g_strdup (target);
  self->folded = g_utf8_casefold (all, -1);
  self->deeds = target != NULL ? deeds : 0;
  return self;
}

const char *
tl_noted_get_title (TlNoted *self)
{
  g_return_val_if_fail (TL_IS_NOTED (self), NULL);
  return self->title;
}

const char *
tl_noted_get_text (TlNoted *self)
{
  g_return_val_if_fail (TL_IS_NOTED (self), NULL);
  return self->text;
}

const char *
tl_noted_get_note (TlNoted *self)
{
  g_return_val_if_fail (TL_IS_NOTED (self), NULL);
  return self->note;
}

const char *
tl_noted_get_target (TlNoted *self)
{
  g_return_val_if_fail (TL_IS_NOTED (self), NULL);
  return self->target;
}

guint
tl_noted_get_deeds (TlNoted *self)
{
  g_return_val_if_fail (TL_IS_NOTED (self), 0);
  return self->deeds;
}

/**
 * tl_noted_has_words:
 * @words: case-folded
 *
 * Returns: whether they stand in what is said
 */
gboolean
tl_noted_has_words (TlNoted    *self,
                    const char *words)
{
  g_return_val_if_fail (TL_IS_NOTED (self) && words != NULL, FALSE);
  return strstr (self->folded, words) != NULL;
}
