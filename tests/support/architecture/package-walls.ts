import type { SourceFile } from './source-file.ts';

/** A package, or several, and where it may be imported. Tests and benchmarks may import anything. */
interface Wall {
  readonly packages: RegExp;
  readonly allowed: RegExp;
}

const WALLS: readonly Wall[] = [
  { packages: /^maplibre-gl$/, allowed: /^client\/map\// },
  { packages: /^(antd|echarts|@ant-design\/.+)$/, allowed: /^client\/ui\// },
  // The shell provides the query client; panels and map read through client/state.
  { packages: /^@tanstack\/react-query$/, allowed: /^client\/(api|state)\/|^client\/app\/app\.tsx$/ },
  { packages: /^express$/, allowed: /^server\/http\/|-routes\.ts$/ },
  { packages: /^(hucre|saxes)$/, allowed: /^server\/(imports|exports)\// },
  { packages: /^(pmtiles|@maplibre\/(geojson-vt|vt-pbf))$/, allowed: /^server\/tiles\// },
  { packages: /^gdal3\.js$/, allowed: /^server\/gdal\// },
  { packages: /^(knex|pg|@electric-sql\/.+)$/, allowed: /^server\/db\/|^server\/.*-store\.ts$|^migrations\// },
];

/** Third-party packages of core; a new one needs a decision record. */
const CORE_PACKAGES: readonly Wall[] = [
  { packages: /^zod$/, allowed: /^core\/api\// },
  { packages: /^@maplibre\/maplibre-gl-style-spec$/, allowed: /^core\/cartography\// },
  { packages: /^d3-contour$/, allowed: /^core\/(network|cartography)\// },
  { packages: /^(@turf\/.+|proj4|geographiclib-geodesic|d3-delaunay|gcoord)$/, allowed: /^core\/geo\// },
  { packages: /^(flatbush|kdbush|flatqueue)$/, allowed: /^core\/(geo|network|indicators|planning)\// },
  { packages: /^highs$/, allowed: /^core\/planning\/solvers\// },
  { packages: /^pinyin-pro$/, allowed: /^core\/county\// },
  // Types only: the shapes of GeoJSON.
  { packages: /^geojson$/, allowed: /^core\// },
];

/** Imports of packages outside their walls, as `file: package`. */
export function listWallBreaks(files: readonly SourceFile[]): readonly string[] {
  const product = files.filter((file) => !/^(tests|bench)\//.test(file.path));
  return product.flatMap((file) =>
    file.imports.flatMap(({ packageName }) =>
      packageName === null || isAllowed(file.path, packageName) ? [] : [`${file.path}: ${packageName}`],
    ),
  );
}

function isAllowed(path: string, packageName: string): boolean {
  if (path.startsWith('core/')) {
    return CORE_PACKAGES.some((entry) => entry.packages.test(packageName) && entry.allowed.test(path));
  }
  const wall = WALLS.find((entry) => entry.packages.test(packageName));
  return wall === undefined || wall.allowed.test(path);
}
