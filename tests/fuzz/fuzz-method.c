/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes read as a method: it is refused or read, in bounded time and memory. */
#include "config.h"

#include "model/method/tl-method.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlMethod) method = tl_method_new_from_bytes (bytes, "fuzz", &error);

  g_assert_true ((method != NULL) == (error == NULL));
  return 0;
}
