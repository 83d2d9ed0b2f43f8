/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is asked of a library and done with it. */
#pragma once

#include "app/cli/tl-cli.h"

G_BEGIN_DECLS

TlCliStatus tl_cli_library_add        (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_ask        (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_chains     (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_dump       (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_gaps       (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_gather     (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_like       (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_merged     (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_national   (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_pairs      (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_quarantine (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_questions  (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_rebuild    (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_receipt    (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_recurring  (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_release    (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_releases   (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_search     (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_themes     (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_watch      (TlCli *cli, int argc, char **argv);
TlCliStatus tl_cli_library_withdraw   (TlCli *cli, int argc, char **argv);

G_END_DECLS
