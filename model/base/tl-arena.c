/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory that is handed out in small pieces and taken back all at once: what is read from a file is needed together and
 * goes together, and to free each piece would cost as much as to read it. */
#include "config.h"

#include "model/base/tl-arena.h"

#include <string.h>

#define BLOCK_BYTES (64 * 1024)
#define ALIGNMENT (sizeof (gint64))

/* So many blocks are kept for the next time. */
#define MAX_KEPT 32

struct _TlArena
{
  GPtrArray *blocks; /* owned: of BLOCK_BYTES each */
  GPtrArray *large;  /* owned: what fits in none of them */
  guint      n_used; /* blocks */
  char      *free;   /* in the last of them */
  gsize      n_free;
};

/**
 * tl_arena_new:
 *
 * Returns: (transfer full): an arena of which nothing is used
 */
TlArena *
tl_arena_new (void)
{
  TlArena *self = g_new0 (TlArena, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->large = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * tl_arena_free:
 * @self: (transfer full): an arena
 */
void
tl_arena_free (TlArena *self)
{
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->large);
  g_free (self);
}

/**
 * tl_arena_clear:
 * @self: an arena
 *
 * Takes back everything; most of the memory stays, for what comes next.
 */
void
tl_arena_clear (TlArena *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->large, 0);
  if (self->blocks->len > MAX_KEPT)
    g_ptr_array_set_size (self->blocks, MAX_KEPT);
  self->n_used = 0;
  self->n_free = 0;
}

static void
begin_block (TlArena *self)
{
  if (self->n_used == self->blocks->len)
    g_ptr_array_add (self->blocks, g_malloc (BLOCK_BYTES));
  self->free = g_ptr_array_index (self->blocks, self->n_used++);
  self->n_free = BLOCK_BYTES;
}

/* Like malloc, without zeroing. */
static void *
take (TlArena *self,
      gsize    size)
{
  if (size > BLOCK_BYTES / 4)
    {
      g_ptr_array_add (self->large, g_malloc (size));
      return g_ptr_array_index (self->large, self->large->len - 1);
    }

  gsize rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;

  if (rounded > self->n_free)
    begin_block (self);

  char *piece = self->free;

  self->free += rounded;
  self->n_free -= rounded;
  return piece;
}

/**
 * tl_arena_alloc:
 * @self: an arena
 * @size: how many bytes
 *
 * Returns: (transfer none): memory for anything, zeroed, that holds until the arena is cleared
 */
void *
tl_arena_alloc (TlArena *self,
                gsize    size)
{
  g_return_val_if_fail (self != NULL, NULL);
  return memset (take (self, size), 0, size);
}

/**
 * tl_arena_copy:
 * @self: an arena
 * @text: bytes
 * @length: how many
 *
 * Returns: (transfer none): a copy that ends with a zero byte and holds until the arena is cleared
 */
char *
tl_arena_copy (TlArena    *self,
               const char *text,
               gsize       length)
{
  g_return_val_if_fail (self != NULL && (text != NULL || length == 0), NULL);

  char *copy = take (self, length + 1);

  if (length > 0)
    memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}
