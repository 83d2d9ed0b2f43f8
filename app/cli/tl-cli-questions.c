/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library questions and ask: the questions that people saved in a library, and the answer to one as its
 * own command gives it. */
#include "config.h"

#include "app/cli/tl-cli-library.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "model/questions/tl-saved-question.h"

/* Saved questions */

static void
print_question (TlCli                 *cli,
                JsonBuilder           *builder,
                const TlSavedQuestion *question)
{
  g_autofree char *text = question->asked != NULL ? tl_asked_dup_text (question->asked) : NULL;

  json_builder_begin_object (builder);
  tl_cli_member (builder, "name", question->name);
  tl_cli_member (builder, "question", text);
  if (question->fault != NULL)
    tl_cli_member (builder, "fault", question->fault);
  json_builder_end_object (builder);
  if (!cli->json)
    printf ("%s\n    %s\n", question->name, text != NULL ? text : question->fault);
}

static gboolean
save_question (TlLibrary   *library,
               const char  *name,
               const char  *text,
               GError     **error)
{
  g_autoptr (TlAsked) asked = tl_asked_parse (text, error);

  return asked != NULL && tl_library_save_question (library, name, asked, error);
}

static gboolean
remove_question (TlLibrary   *library,
                 const char  *name,
                 GError     **error)
{
  g_autoptr (TlSavedQuestion) question = tl_library_find_question (library, name, error);

  return question != NULL && tl_library_delete_question (library, question->number, error);
}

TlCliStatus
tl_cli_library_questions (TlCli  *cli,
                          int     argc,
                          char  **argv)
{
  g_autofree char *save = NULL;
  g_autofree char *remove = NULL;
  const GOptionEntry entries[] = {
    { "save", 0, 0, G_OPTION_ARG_STRING, &save, N_("Save the question that follows, as “themes --by year”"),
      N_("NAME") },
    { "remove", 0, 0, G_OPTION_ARG_STRING, &remove, N_("Remove a question"), N_("NAME") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, 2))
    return TL_CLI_USAGE;
  if ((save != NULL && remove != NULL) || (save != NULL) != (argc == 3))
    return tl_cli_usage (cli, _("With --save goes one question, in quotation marks; without it none."));

  g_autoptr (TlLibrary) library = tl_library_open (argv[1], &error);

  if (library == NULL || (save != NULL && !save_question (library, save, argv[2], &error))
      || (remove != NULL && !remove_question (library, remove, &error)))
    return tl_cli_fail (cli, error);

  g_autoptr (GPtrArray) questions = tl_library_list_questions (library, &error);

  if (questions == NULL)
    return tl_cli_fail (cli, error);
  tl_cli_begin_list (builder, "questions");
  for (guint i = 0; i < questions->len; i++)
    print_question (cli, builder, questions->pdata[i]);
  tl_cli_end_list (cli, builder);
  return TL_CLI_DONE;
}

/* Asking */

/* How the answer is printed, as every question takes it; what is not given is left to the question. */
typedef struct {
  gboolean csv;
  gboolean internal;
  char    *threshold;
  char    *round;
} Form;

static void
form_clear (Form *self)
{
  g_free (self->threshold);
  g_free (self->round);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Form, form_clear)

static void
add_form (GPtrArray  *words,
          const Form *form)
{
  if (form->csv)
    g_ptr_array_add (words, (char *) "--csv");
  if (form->internal)
    g_ptr_array_add (words, (char *) "--internal");
  if (form->threshold != NULL)
    {
      g_ptr_array_add (words, (char *) "--threshold");
      g_ptr_array_add (words, form->threshold);
    }
  if (form->round != NULL)
    {
      g_ptr_array_add (words, (char *) "--round");
      g_ptr_array_add (words, form->round);
    }
}

/* The question's own command, as somebody would type it. */
static TlCliStatus
run_question (TlCli         *cli,
              const TlAsked *asked,
              const char    *path,
              const Form    *form)
{
  g_auto (GStrv) arguments = tl_asked_dup_arguments (asked, path);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, (char *) "library");
  g_ptr_array_add (words, arguments[0]);
  add_form (words, form);
  for (guint i = 1; arguments[i] != NULL; i++)
    g_ptr_array_add (words, arguments[i]);
  g_ptr_array_add (words, NULL);
  return tl_cli_library (cli, (int) words->len - 1, (char **) words->pdata);
}

TlCliStatus
tl_cli_library_ask (TlCli  *cli,
                    int     argc,
                    char  **argv)
{
  g_auto (Form) form = { FALSE };
  const GOptionEntry entries[] = {
    { "csv", 0, 0, G_OPTION_ARG_NONE, &form.csv, N_("Print CSV"), NULL },
    { "internal", 0, 0, G_OPTION_ARG_NONE, &form.internal, N_("Withhold nothing: not to be published"), NULL },
    { "threshold", 0, 0, G_OPTION_ARG_STRING, &form.threshold, N_("Withhold counts from 1 to N (5)"), N_("N") },
    { "round", 0, 0, G_OPTION_ARG_STRING, &form.round, N_("Round to the nearest N: themes and pairs"), N_("N") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, entries, 2, 2))
    return TL_CLI_USAGE;

  g_autoptr (TlLibrary) library = tl_library_open (argv[1], &error);
  g_autoptr (TlSavedQuestion) question = library != NULL ? tl_library_find_question (library, argv[2], &error) : NULL;

  if (question == NULL)
    return tl_cli_fail (cli, error);
  tl_library_close (library);
  return run_question (cli, question->asked, argv[1], &form);
}
