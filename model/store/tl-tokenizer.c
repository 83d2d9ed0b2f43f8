/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tokenizer of SQLite's full-text index, for texts in memory: what is marked in a text is what the index found. */
#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include "model/store/tl-tokenizer.h"

struct _TlTokenizer
{
  fts5_tokenizer module;
  Fts5Tokenizer *instance;
};

static fts5_api *
find_api (TlConnection *connection)
{
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;

  /* Not one of the connection's kept statements: those clear their bindings, and a pointer is bound once only. */
  if (sqlite3_prepare_v2 (tl_connection_get_handle (connection), "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  return api;
}

/**
 * tl_tokenizer_new:
 * @connection: a connection
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a tokenizer
 */
TlTokenizer *
tl_tokenizer_new (TlConnection  *connection,
                  GError       **error)
{
  g_return_val_if_fail (connection != NULL, NULL);

  g_auto (GStrv) words = g_strsplit (TL_TOKENIZER, " ", -1);
  fts5_api *api = find_api (connection);
  g_autoptr (TlTokenizer) self = g_new0 (TlTokenizer, 1);
  void *context = NULL;

  int code = api != NULL ? api->xFindTokenizer (api, words[0], &context, &self->module) : SQLITE_ERROR;
  if (code == SQLITE_OK)
    code = self->module.xCreate (context, (const char **) words + 1, (int) g_strv_length (words) - 1, &self->instance);
  if (code != SQLITE_OK)
    {
      tl_connection_fail (connection, code, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * tl_tokenizer_free:
 * @self: (transfer full) (nullable): a tokenizer
 */
void
tl_tokenizer_free (TlTokenizer *self)
{
  if (self == NULL)
    return;

  if (self->instance != NULL)
    self->module.xDelete (self->instance);
  g_free (self);
}

typedef struct {
  TlTokenizerFunc func;
  gpointer        data;
} Call;

static int
token_cb (void       *context,
          int         flags,
          const char *word,
          int         length,
          int         start,
          int         end)
{
  Call *call = context;

  return call->func (word, (gsize) length, (gsize) start, (gsize) end, call->data) ? SQLITE_OK : SQLITE_DONE;
}

/**
 * tl_tokenizer_split:
 * @self: a tokenizer
 * @text: a text in UTF-8
 * @length: its length in bytes
 * @func: told each word in turn
 * @data: for @func
 */
void
tl_tokenizer_split (TlTokenizer     *self,
                    const char      *text,
                    gsize            length,
                    TlTokenizerFunc  func,
                    gpointer         data)
{
  g_return_if_fail (self != NULL && text != NULL && length <= G_MAXINT && func != NULL);

  Call call = { func, data };

  self->module.xTokenize (self->instance, &call, FTS5_TOKENIZE_DOCUMENT, text, (int) length, token_cb);
}
