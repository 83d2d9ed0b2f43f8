/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/cli/tl-cli.h"

G_BEGIN_DECLS

TlCliStatus tl_cli_import_chronology (TlCli      *cli,
                                      const char *path,
                                      const char *output,
                                      const char *method,
                                      gboolean    preview);

G_END_DECLS
