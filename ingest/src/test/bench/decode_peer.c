/*
 * Decodes the first message of each file with ecCodes, again and again for a second, and prints the
 * median rate in million points per second of CPU time. Beside PackingBenchmark.java.
 *   cc -O2 decode_peer.c -o decode_peer -leccodes        (needs libeccodes-dev)
 */
#include <eccodes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double cpu(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **names) {
  for (int k = 1; k < count; k++) {
    FILE *file = fopen(names[k], "rb");
    if (!file) return 1;
    fseek(file, 0, SEEK_END);
    size_t length = ftell(file), points = 0;
    rewind(file);
    char *bytes = malloc(length);
    if (fread(bytes, 1, length, file) != length) return 1;
    fclose(file);
    double *values = NULL, rates[10000], start = cpu();
    int rounds = 0;
    while (cpu() - start < 1 && rounds < 10000) {
      double before = cpu();
      codes_handle *handle = codes_handle_new_from_message(NULL, bytes, length);
      codes_get_size(handle, "values", &points);
      if (!values) values = malloc(points * sizeof *values);
      if (codes_get_double_array(handle, "values", values, &points)) return 1;
      codes_handle_delete(handle);
      rates[rounds++] = points / (cpu() - before) / 1e6;
    }
    qsort(rates, rounds, sizeof *rates, ascending);
    printf("ecCodes %s %.1f\n", names[k], rates[rounds / 2]);
    free(bytes);
    free(values);
  }
  return 0;
}
