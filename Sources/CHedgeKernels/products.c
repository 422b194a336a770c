#include "CHedgeKernels.h"

#define LANES CHK_PANEL
#define INLINED static inline __attribute__((always_inline))

/// Eight numbers side by side: one register, or as many as the instructions need.
typedef double lanes __attribute__((vector_size(LANES * sizeof(double)), aligned(sizeof(double)), may_alias));

// Caches: three panels of NEAR steps stay in the first while many panels pass by; MANY panels of FAR steps stay in the
// second while all others pass by.
#define NEAR 180
#define FAR 720
#define MANY 24

static inline size_t least(size_t a, size_t b) { return a < b ? a : b; }

/// Adds the products of `rows` rows of one panel with the rows of `panels` panels, which lie `apart` numbers apart.
///
/// The sums stay in registers over all steps, so each number loaded is used `rows` or `panels` times. `rows` and
/// `panels` are constants where this is inlined.
INLINED void add_block(const double *left, const double *right, size_t apart, size_t steps, double *products,
                       size_t width, const int rows, const int panels) {
  lanes sums[LANES][CHK_PANEL_GROUP];
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++)
#pragma clang loop unroll(full)
    for (int panel = 0; panel < panels; panel++) sums[row][panel] = (lanes){0};
  for (size_t step = 0; step < steps; step++) {
    lanes others[CHK_PANEL_GROUP];
#pragma clang loop unroll(full)
    for (int panel = 0; panel < panels; panel++)
      others[panel] = *(const lanes *)(right + (size_t)panel * apart + step * LANES);
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) {
      const double number = left[step * LANES + (size_t)row];
#pragma clang loop unroll(full)
      for (int panel = 0; panel < panels; panel++) sums[row][panel] += number * others[panel];
    }
  }
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++)
#pragma clang loop unroll(full)
    for (int panel = 0; panel < panels; panel++)
      *(lanes *)(products + (size_t)row * width + (size_t)panel * LANES) += sums[row][panel];
}

/// Adds the products of one panel with the three that begin at `right`, over `steps` steps.
INLINED void add_group(const double *left, const double *right, size_t apart, size_t steps, double *products,
                       size_t width, const int rows, const int panels) {
  for (int row = 0; row < LANES; row += rows)
    for (int part = 0; part < CHK_PANEL_GROUP; part += panels)
      add_block(left + row, right + (size_t)part * apart, apart, steps,
                products + (size_t)row * width + (size_t)part * LANES, width, rows, panels);
}

/// All blocks of the triangle, three panels against each panel up to them, in an order that spares the memory.
INLINED void add_triangle(const double *panels, size_t count, size_t length, double *products, const int rows,
                          const int group) {
  const size_t apart = length * LANES, width = count * LANES;
  for (size_t far = 0; far < length; far += FAR) {
    const size_t end = least(far + FAR, length);
    for (size_t block = 0; block < count; block += MANY) {
      for (size_t right = block; right < count; right += CHK_PANEL_GROUP) {
        const size_t last = least(block + MANY, right + CHK_PANEL_GROUP);
        for (size_t near = far; near < end; near += NEAR) {
          for (size_t left = block; left < last; left++)
            add_group(panels + left * apart + near * LANES, panels + right * apart + near * LANES, apart,
                      least(NEAR, end - near), products + left * LANES * width + right * LANES, width, rows, group);
        }
      }
    }
  }
}

/// Sixteen registers of two lanes: two rows against one panel.
static void add_portable(const double *panels, size_t count, size_t length, double *products) {
  add_triangle(panels, count, length, products, 2, 1);
}

#if defined(__x86_64__)

/// Sixteen registers of four lanes: four rows against one panel.
__attribute__((target("avx2,fma"))) static void add_avx2(const double *panels, size_t count, size_t length,
                                                         double *products) {
  add_triangle(panels, count, length, products, 4, 1);
}

/// Thirty-two registers of eight lanes: eight rows against three panels.
__attribute__((target("avx512f,fma"))) static void add_avx512(const double *panels, size_t count, size_t length,
                                                              double *products) {
  add_triangle(panels, count, length, products, LANES, CHK_PANEL_GROUP);
}

enum chk_instructions chk_best_instructions(void) {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("fma")) return CHK_AVX512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return CHK_AVX2;
  return CHK_PORTABLE;
}

#else

enum chk_instructions chk_best_instructions(void) { return CHK_PORTABLE; }

#endif

int chk_products(enum chk_instructions instructions, const double *panels, size_t panel_count, size_t length,
                 double *products) {
  if (instructions > chk_best_instructions() || panel_count % CHK_PANEL_GROUP != 0) return -1;
#if defined(__x86_64__)
  if (instructions == CHK_AVX512) add_avx512(panels, panel_count, length, products);
  if (instructions == CHK_AVX2) add_avx2(panels, panel_count, length, products);
#endif
  if (instructions == CHK_PORTABLE) add_portable(panels, panel_count, length, products);
  return 0;
}
