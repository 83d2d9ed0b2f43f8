/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli answers: what the board did in its copy, shown, and taken into the review when asked to. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "app/cli/tl-cli.h"
#include "model/case/tl-answers.h"

static const char *
get_change_name (TlAnswerChange change)
{
  static const char *const names[] = {
    [TL_ANSWER_ADDED] = "added",
    [TL_ANSWER_CHANGED] = "changed",
    [TL_ANSWER_REMOVED] = "removed",
  };
  return names[change];
}

static const char *
get_change_label (TlAnswerChange change)
{
  static const char *const labels[] = {
    [TL_ANSWER_ADDED] = N_("Added"),
    [TL_ANSWER_CHANGED] = N_("Changed"),
    [TL_ANSWER_REMOVED] = N_("Removed"),
  };
  return _(labels[change]);
}

static void
print_part (const TlAnswerPart *part)
{
  if (part->here != NULL)
    printf (_("    %s here: %s\n"), _(part->field->label), part->here);
  if (part->there != NULL)
    printf (_("    %s in the copy: %s\n"), _(part->field->label), part->there);
}

static void
print_answers (const TlAnswers *answers)
{
  g_autofree char *summary = tl_answers_dup_summary (answers);

  for (guint i = 0; i < tl_answers_get_n (answers); i++)
    {
      const TlAnswer *answer = tl_answers_get (answers, i);

      printf ("%s · %s · %s%s\n", get_change_label (answer->change), _(answer->kind->label), answer->title,
              answer->is_conflict ? _(" · in conflict with the review") : "");
      for (guint j = 0; j < answer->parts->len; j++)
        print_part (g_ptr_array_index (answer->parts, j));
      if (answer->note != NULL)
        printf ("    %s\n", answer->note);
    }
  printf ("%s\n", summary);
}

static void
add_answer (JsonBuilder    *builder,
            const TlAnswer *answer)
{
  json_builder_begin_object (builder);
  tl_cli_member (builder, "id", answer->id);
  tl_cli_member (builder, "kind", answer->kind->name);
  tl_cli_member (builder, "change", get_change_name (answer->change));
  tl_cli_flag (builder, "conflict", answer->is_conflict);
  tl_cli_flag (builder, "taken", answer->take);
  tl_cli_begin_array (builder, "fields");
  for (guint i = 0; i < answer->parts->len; i++)
    {
      const TlAnswerPart *part = g_ptr_array_index (answer->parts, i);

      json_builder_begin_object (builder);
      tl_cli_member (builder, "field", part->field->name);
      tl_cli_member (builder, "here", part->here);
      tl_cli_member (builder, "copy", part->there);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_answers_json (const TlAnswers *answers)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tl_cli_begin_array (builder, "answers");
  for (guint i = 0; i < tl_answers_get_n (answers); i++)
    add_answer (builder, tl_answers_get (answers, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tl_cli_print_json (builder);
}

static gboolean
take (TlReview         *review,
      const TlAnswers  *answers,
      GError          **error)
{
  TlEdit *edit = tl_edit_begin (review, _("Take in the answers"), error);

  if (edit == NULL)
    return FALSE;

  gboolean done = tl_answers_apply (answers, edit, error);
  g_autofree char *change = tl_edit_finish (edit, done, error);
  return done && (change != NULL || *error == NULL);
}

/* What is in conflict is taken only where the copy is said to stand; nothing is where nobody asked for it. */
static void
choose (const TlAnswers *answers,
        gboolean         any,
        gboolean         copy_stands)
{
  for (guint i = 0; i < tl_answers_get_n (answers); i++)
    {
      TlAnswer *answer = tl_answers_get (answers, i);
      answer->take = any && answer->can_take && (copy_stands || !answer->is_conflict);
    }
}

TlCliStatus
tl_cli_answers (TlCli  *cli,
                int     argc,
                char  **argv)
{
  gboolean taking = FALSE, copy_stands = FALSE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "take", 0, 0, G_OPTION_ARG_NONE, &taking, N_("Take them into the review, as one step"), NULL },
    { "copy-stands", 0, 0, G_OPTION_ARG_NONE, &copy_stands,
      N_("Take also what was changed in the review as well: the copy stands"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!tl_cli_parse (cli, &argc, &argv, entries, 2, 2))
    return TL_CLI_USAGE;

  g_autoptr (TlReview) review
    = tl_cli_open_review (cli, argv[1], taking ? TL_REVIEW_OPEN_DEFAULT : TL_REVIEW_OPEN_READ_ONLY, &error);
  g_autoptr (TlAnswers) answers = review != NULL ? tl_answers_read (review, argv[2], &error) : NULL;

  if (answers == NULL)
    return tl_cli_fail (cli, error);
  choose (answers, taking, copy_stands);
  if (taking && !take (review, answers, &error))
    return tl_cli_fail (cli, error);
  if (cli->json)
    print_answers_json (answers);
  else
    print_answers (answers);
  return TL_CLI_DONE;
}
