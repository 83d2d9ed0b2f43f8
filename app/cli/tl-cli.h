/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/* What a command returns to the shell. */
typedef enum {
  TL_CLI_DONE,
  TL_CLI_FAULT, /* the input is at fault, and the message says where and why */
  TL_CLI_USAGE,
} TlCliStatus;

/**
 * TlCli:
 * @command: the command as it was called, for messages: "library add"
 * @arguments: what follows the command in its usage line
 * @summary: what it does
 * @json: for machines
 * @author: (nullable): who is working, for the history
 *
 * One run of a command.
 */
typedef struct {
  const char *command;
  const char *arguments;
  const char *summary;
  gboolean    json;
  char       *author;
} TlCli;

typedef TlCliStatus (*TlCliFunc) (TlCli *cli, int argc, char **argv);

TlCliStatus tl_cli_new         (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_edit        (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_show        (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_undo        (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_redo        (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_search      (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_salvage     (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_forget      (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_import      (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_export      (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_answers     (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_validate    (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_schema      (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_check       (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_guard       (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_protect     (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_methods     (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_typologies  (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_layout      (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library     (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_tour        (TlCli *cli, int argc, char **argv);

/* Shared by the commands (tl-cli.c) */
gboolean    tl_cli_parse       (TlCli              *cli,
                                int                *argc,
                                char             ***argv,
                                const GOptionEntry *entries,
                                int                 min_arguments,
                                int                 max_arguments);
TlCliStatus tl_cli_usage       (TlCli              *cli,
                                const char         *format,
                                ...) G_GNUC_PRINTF (2, 3);
TlCliStatus tl_cli_fail        (TlCli              *cli,
                                GError             *error);
TlReview   *tl_cli_open_review (TlCli              *cli,
                                const char         *path,
                                TlReviewOpenFlags   flags,
                                GError            **error);
TlReview   *tl_cli_open_or_make (TlCli             *cli,
                                const char         *path,
                                const char         *method,
                                GError            **error);
GBytes     *tl_cli_load        (const char         *name,
                                gsize               max_bytes,
                                GError            **error);
char       *tl_cli_dup_checks  (TlReview           *review);
TlCliStatus tl_cli_guard_recommendations (TlCli *cli, const char *path);

/* What is printed for machines (tl-cli-json.c) */
void        tl_cli_print_json  (JsonBuilder        *builder);
void        tl_cli_member      (JsonBuilder        *builder,
                                const char         *name,
                                const char         *text);
void        tl_cli_members     (JsonBuilder        *builder,
                                const char         *name,
                                const char *const  *texts);
void        tl_cli_number      (JsonBuilder        *builder,
                                const char         *name,
                                gint64              number);
void        tl_cli_flag        (JsonBuilder        *builder,
                                const char         *name,
                                gboolean            flag);
void        tl_cli_begin_array (JsonBuilder        *builder,
                                const char         *name);
void        tl_cli_begin_list  (JsonBuilder        *builder,
                                const char         *name);
void        tl_cli_end_list    (TlCli              *cli,
                                JsonBuilder        *builder);

G_END_DECLS
