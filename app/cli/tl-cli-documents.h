/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/cli/tl-cli.h"

G_BEGIN_DECLS

TlCliStatus tl_cli_import_documents (TlCli             *cli,
                                     const char *const *paths,
                                     const char        *output,
                                     const char        *method);

G_END_DECLS
