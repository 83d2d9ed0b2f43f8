/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli import, of documents: each becomes a source of a review. */
#include "config.h"

#include <stdio.h>

#include "app/cli/tl-cli-documents.h"
#include "model/exchange/tl-import-document.h"

static gboolean
has_readable (GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    if (((TlImportedFile *) g_ptr_array_index (files, i))->refusal == NULL)
      return TRUE;
  return FALSE;
}

static void
tell_file (TlImportedFile *file)
{
  g_autofree char *sentence = tl_imported_file_dup_sentence (file);

  if (file->refusal != NULL)
    {
      g_printerr ("%s: %s\n", file->name, sentence);
      return;
    }
  printf ("%s: %s\n", file->name, sentence);
  if (file->sources->len > 0)
    {
      const TlDocument *document = g_ptr_array_index (file->parts, 0);

      for (guint i = 0; i < document->notes->len; i++)
        printf ("  %s\n", (const char *) g_ptr_array_index (document->notes, i));
    }
}

static void
add_strings (JsonBuilder *builder,
             const char  *name,
             GPtrArray   *strings)
{
  tl_cli_begin_array (builder, name);
  for (guint i = 0; i < strings->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (strings, i));
  json_builder_end_array (builder);
}

static void
print_json (GPtrArray *files)
{
  static const char *const lists[] = { "added", "known", "refused" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    {
      tl_cli_begin_array (builder, lists[list]);
      for (guint i = 0; i < files->len; i++)
        {
          TlImportedFile *file = g_ptr_array_index (files, i);
          guint belongs = file->refusal != NULL ? 2 : file->known_as != NULL ? 1 : 0;

          if (belongs != list)
            continue;
          json_builder_begin_object (builder);
          tl_cli_member (builder, "file", file->name);
          if (list == 0)
            {
              add_strings (builder, "sources", file->sources);
              add_strings (builder, "notes", ((TlDocument *) g_ptr_array_index (file->parts, 0))->notes);
            }
          else
            tl_cli_member (builder, list == 1 ? "source" : "reason", list == 1 ? file->known_as : file->refusal);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  tl_cli_print_json (builder);
}

/**
 * tl_cli_import_documents:
 * @cli: the run
 * @paths: documents
 * @output: the review to add them to; it is made if there is none
 * @method: the method of a review that is made
 *
 * Returns: %TL_CLI_FAULT if any was refused, after the rest was added
 */
TlCliStatus
tl_cli_import_documents (TlCli             *cli,
                         const char *const *paths,
                         const char        *output,
                         const char        *method)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = tl_import_read_documents (paths, NULL, NULL, NULL, &error);
  gboolean refused = FALSE;

  if (files == NULL)
    return tl_cli_fail (cli, error);
  if (has_readable (files))
    {
      g_autoptr (TlReview) review = tl_cli_open_or_make (cli, output, method, &error);

      if (review == NULL || !tl_import_add_documents (review, files, &error))
        return tl_cli_fail (cli, error);
    }

  if (cli->json)
    print_json (files);
  for (guint i = 0; i < files->len; i++)
    {
      TlImportedFile *file = g_ptr_array_index (files, i);

      refused = refused || file->refusal != NULL;
      if (!cli->json)
        tell_file (file);
    }
  return refused ? TL_CLI_FAULT : TL_CLI_DONE;
}
