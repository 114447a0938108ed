// Parts for drawing stylised camera views: materials, vehicles, people, trees, houses, and things that move in a loop.
// Everything is made here from code: no photograph, model, texture or font file is read (text uses the machine's CJK font).
import * as THREE from 'three'

export const T = 12 // seconds of a loop
export const TAU = Math.PI * 2

/** A small seeded generator: the same clip comes out every time. */
export const rng = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let x = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
  return ((x ^ (x >>> 14)) >>> 0) / 4294967296
}
export const pick = (r, list) => list[Math.floor(r() * list.length)]
export const mod = (a, b) => ((a % b) + b) % b

export const mat = (color, o = {}) =>
  new THREE.MeshStandardMaterial({ color, roughness: 0.85, metalness: 0, ...o })
export const glow = (color) => new THREE.MeshBasicMaterial({ color, toneMapped: false })

export function tex(w, h, draw, repeat) {
  const c = document.createElement('canvas')
  c.width = w
  c.height = h
  draw(c.getContext('2d'), w, h)
  const t = new THREE.CanvasTexture(c)
  t.colorSpace = THREE.SRGBColorSpace
  t.anisotropy = 8
  if (repeat) {
    t.wrapS = t.wrapT = THREE.RepeatWrapping
    t.repeat.set(...repeat)
  }
  return t
}

export function speckle(ctx, w, h, r, n, light, dark, size = 2) {
  for (let i = 0; i < n; i++) {
    ctx.fillStyle = r() < 0.5 ? light : dark
    ctx.fillRect(r() * w, r() * h, size * (0.5 + r()), size * (0.5 + r()))
  }
}

export function mesh(geometry, material, x = 0, y = 0, z = 0, shadow = true) {
  const m = new THREE.Mesh(geometry, material)
  m.position.set(x, y, z)
  m.castShadow = shadow
  m.receiveShadow = true
  return m
}
export const box = (w, h, d, material, x = 0, y = 0, z = 0) =>
  mesh(new THREE.BoxGeometry(w, h, d), material, x, y, z)

export function ground(w, d, material, x = 0, y = 0, z = 0) {
  const m = mesh(new THREE.PlaneGeometry(w, d), material, x, y, z, false)
  m.rotation.x = -Math.PI / 2
  return m
}

function extruded(points, depth, material, bevel = 0.06) {
  const shape = new THREE.Shape(points.map(([x, y]) => new THREE.Vector2(x, y)))
  const g = new THREE.ExtrudeGeometry(shape, {
    depth: depth - bevel * 2,
    bevelEnabled: true,
    bevelSize: bevel,
    bevelThickness: bevel,
    bevelSegments: 2,
  })
  g.translate(0, 0, -(depth - bevel * 2) / 2)
  return mesh(g, material)
}

const GLASS = mat(0x1a2228, { roughness: 0.15, metalness: 0.4 })
const TYRE = mat(0x141414)
const RIM = mat(0x8a8d90, { metalness: 0.5, roughness: 0.4 })
const WHITE_LAMP = glow(0xf4f1e2)
const RED_LAMP = mat(0x9c1414, { emissive: 0x5a0505 })
export const CAR_COLOURS = [
  0xe8e8e6, 0xd9dadb, 0x9fa3a8, 0x2b2d31, 0x3d4148, 0x7c1f22, 0x22406b, 0xf0efe9, 0x5b5f63,
]

function wheels(group, xs, z, r = 0.33) {
  const g = new THREE.CylinderGeometry(r, r, 0.2, 16)
  g.rotateX(Math.PI / 2)
  const rim = new THREE.CylinderGeometry(r * 0.55, r * 0.55, 0.22, 10)
  rim.rotateX(Math.PI / 2)
  for (const x of xs)
    for (const s of [-1, 1]) {
      group.add(mesh(g, TYRE, x, r, s * z))
      group.add(mesh(rim, RIM, x, r, s * z))
    }
}

const loose = (g) => {
  g.userData.loose = true
  return g
}

/** A vehicle that points along +x, its middle on the ground at 0. `lamps` lights it for dusk. */
export function vehicle(kind, color, lamps = false) {
  const g = new THREE.Group()
  const paint = mat(color, { roughness: 0.35, metalness: 0.15 })
  const front = lamps ? glow(0xfff3d0) : WHITE_LAMP
  const back = lamps ? glow(0xff2a1a) : RED_LAMP
  if (kind === 'bus') {
    const side = tex(512, 128, (c, w, h) => {
      c.fillStyle = '#' + new THREE.Color(color).getHexString()
      c.fillRect(0, 0, w, h)
      c.fillStyle = '#e9ecec'
      c.fillRect(0, 76, w, 14)
      c.fillStyle = '#12181d'
      c.fillRect(8, 20, w - 16, 46)
      c.fillStyle = '#3b454c'
      for (let x = 8; x < w - 8; x += 62) c.fillRect(x, 20, 4, 46)
    })
    const m = new THREE.MeshStandardMaterial({ map: side, roughness: 0.4 })
    const roof = mat(0xdfe3e4)
    const end = mat(color, { roughness: 0.4 })
    const body = mesh(new THREE.BoxGeometry(10.8, 2.5, 2.5), [end, end, roof, end, m, m], 0, 1.65, 0)
    g.add(body, box(0.06, 1.2, 2.2, GLASS, 5.41, 2.0, 0), box(0.06, 1.0, 2.1, GLASS, -5.41, 2.1, 0))
    g.add(box(1.6, 0.22, 1.4, mat(0xc9cdce), 1.5, 3.0, 0), box(1.6, 0.22, 1.4, mat(0xc9cdce), -2.5, 3.0, 0))
    for (const s of [-0.9, 0.9])
      g.add(box(0.08, 0.2, 0.35, front, 5.42, 0.8, s), box(0.08, 0.3, 0.25, back, -5.42, 1, s))
    wheels(g, [-3.3, 3.5], 1.18, 0.48)
    g.userData.length = 11
  } else if (kind === 'truck') {
    g.add(
      box(1.7, 1.9, 2.1, paint, 2.4, 1.45, 0),
      box(0.06, 0.8, 1.9, GLASS, 3.27, 1.85, 0),
      box(0.9, 0.6, 2.14, GLASS, 2.6, 1.9, 0),
    )
    g.add(box(4.6, 2.2, 2.3, mat(0xd3d6d6), -1, 1.95, 0), box(6.2, 0.3, 1.6, TYRE, 0, 0.6, 0))
    for (const s of [-0.8, 0.8])
      g.add(box(0.08, 0.2, 0.3, front, 3.27, 0.8, s), box(0.08, 0.2, 0.3, back, -3.32, 0.8, s))
    wheels(g, [-2.2, 2.3], 0.98, 0.42)
    g.userData.length = 6.8
  } else {
    const suv = kind === 'suv'
    const van = kind === 'van'
    const k = van ? 1.28 : suv ? 1.12 : 1
    const low = van
      ? [
          [-2.3, 0.35],
          [-2.35, 0.9],
          [-2.3, 1.05],
          [1.75, 1.05],
          [2.2, 0.85],
          [2.3, 0.6],
          [2.3, 0.35],
        ]
      : [
          [-2.2, 0.33],
          [-2.28, 0.62],
          [-2.2, 0.88],
          [-1.55, 0.98],
          [0.95, 0.96],
          [1.95, 0.82],
          [2.22, 0.62],
          [2.25, 0.33],
        ]
    const top = van
      ? [
          [-2.3, 1.0],
          [-2.2, 1.6],
          [0.95, 1.62],
          [1.75, 1.0],
        ]
      : suv
        ? [
            [-2.15, 0.94],
            [-1.85, 1.44],
            [0.2, 1.48],
            [1.0, 0.94],
          ]
        : [
            [-1.7, 0.94],
            [-1.05, 1.38],
            [0.2, 1.4],
            [1.0, 0.94],
          ]
    const roof = van
      ? [
          [-2.2, 1.56],
          [-2.15, 1.66],
          [0.9, 1.68],
          [1.0, 1.58],
        ]
      : suv
        ? [
            [-1.88, 1.42],
            [-1.8, 1.5],
            [0.12, 1.53],
            [0.24, 1.44],
          ]
        : [
            [-1.1, 1.35],
            [-1.0, 1.43],
            [0.1, 1.45],
            [0.22, 1.37],
          ]
    const body = new THREE.Group()
    body.add(extruded(low, 1.78, paint), extruded(top, 1.58, GLASS), extruded(roof, 1.5, paint, 0.03))
    // pillars
    for (const s of [-0.78, 0.78])
      body.add(box(0.09, 0.42, 0.05, paint, van ? -0.6 : -0.45, van ? 1.3 : 1.17, s))
    for (const s of [-0.6, 0.6]) {
      body.add(box(0.1, 0.13, 0.36, front, 2.2, 0.68, s), box(0.1, 0.14, 0.32, back, -2.24, 0.76, s))
    }
    body.add(
      box(0.06, 0.13, 0.5, mat(0x2a5fb0), 2.3, 0.45, 0),
      box(0.06, 0.13, 0.5, mat(0x2a5fb0), -2.3, 0.5, 0),
    )
    if (kind === 'taxi') body.add(box(0.3, 0.16, 0.6, lamps ? glow(0xffe9a0) : mat(0xf2e9c0), -0.4, 1.52, 0))
    body.scale.y = k
    g.add(body)
    wheels(g, [-1.4, 1.42], 0.8)
    g.userData.length = 4.6
  }
  return loose(bake(g))
}

const SKIN = [0xd9b08c, 0xcfa27c, 0xe0bb99].map((c) => mat(c))
const HAIR = [0x17130f, 0x241c16, 0x3a2f28].map((c) => mat(c))
const LEG = new THREE.BoxGeometry(0.15, 0.8, 0.17)
LEG.translate(0, -0.4, 0)
const ARM = new THREE.BoxGeometry(0.11, 0.6, 0.12)
ARM.translate(0, -0.28, 0)
const TORSO = new THREE.CylinderGeometry(0.2, 0.17, 0.62, 10)
TORSO.scale(0.8, 1, 1.18)
const HEAD = new THREE.SphereGeometry(0.125, 10, 8)
const HAIR_CAP = new THREE.SphereGeometry(0.14, 10, 6, 0, TAU, 0, 1.7)
const SKIRT = new THREE.CylinderGeometry(0.16, 0.27, 0.55, 10)

/** A person who faces +x; `pose` moves the limbs. */
export function person(r, o = {}) {
  const g = new THREE.Group()
  const top = mat(
    o.top ??
      pick(
        r,
        [
          0x3b5573, 0x7a2e35, 0xd8d5cc, 0x2f3a3a, 0x8a8f5a, 0x516a8b, 0xb9a27c, 0x4a4a4f, 0x9b5d3c, 0xe3e0da,
          0x5a3f66,
        ],
      ),
  )
  const low = mat(o.low ?? pick(r, [0x23262d, 0x2f3b4f, 0x4a4640, 0x39404a, 0x1d1f24, 0x5c5a52]))
  const hips = new THREE.Group()
  hips.position.y = 0.82
  const legs = [-0.1, 0.1].map((z) => mesh(LEG, low, 0, 0, z))
  const torso = mesh(TORSO, top, 0, 0.33, 0)
  const arms = [-0.27, 0.27].map((z) => mesh(ARM, top, 0, 0.58, z))
  const head = mesh(HEAD, pick(r, SKIN), 0.02, 0.82, 0)
  const hair = mesh(HAIR_CAP, o.helmet ? mat(o.helmet) : pick(r, HAIR), -0.02, 0.84, 0)
  if (o.helmet) hair.scale.setScalar(1.18)
  hips.add(...legs, torso, ...arms, head, hair)
  if (o.skirt ?? r() < 0.18) hips.add(mesh(SKIRT, top, 0, -0.2, 0))
  if (o.bag ?? r() < 0.3)
    hips.add(box(0.16, 0.3, 0.28, mat(pick(r, [0x2b2b2b, 0x6b3a2a, 0x254b6b])), -0.2, 0.36, 0))
  if (o.umbrella) {
    const u = mesh(new THREE.ConeGeometry(0.62, 0.26, 10), mat(o.umbrella), 0.05, 1.22, 0)
    hips.add(u)
  }
  g.add(hips)
  const s = o.size ?? 0.93 + r() * 0.14
  g.scale.setScalar(s)
  g.userData.walk = (d) => {
    const a = Math.sin(d * 3.9)
    legs[0].rotation.z = a * 0.5
    legs[1].rotation.z = -a * 0.5
    arms[0].rotation.z = -a * 0.38
    arms[1].rotation.z = a * 0.38
    hips.position.y = 0.82 + Math.abs(Math.cos(d * 3.9)) * 0.025
  }
  g.userData.sit = () => {
    hips.position.y = 0.47
    for (const l of legs) l.rotation.z = 1.45
    g.userData.seated = true
    const shin = new THREE.BoxGeometry(0.13, 0.45, 0.15)
    for (const z of [-0.1, 0.1]) hips.add(mesh(shin, low, 0.72, -0.24, z))
    for (const l of legs) l.scale.y = 0.9
    for (const a of arms) a.rotation.z = 0.6
  }
  for (const limb of [...legs, ...arms]) limb.userData.loose = true
  bake(hips)
  g.userData.parts = { hips, legs, arms, head, hair, torso }
  return loose(g)
}

/** A bicycle-like scooter with rider, pointing along +x. */
export function scooter(r, color = 0x335c8a, box2 = null) {
  const g = new THREE.Group()
  const w = new THREE.CylinderGeometry(0.24, 0.24, 0.1, 14)
  w.rotateX(Math.PI / 2)
  const paint = mat(color, { roughness: 0.4 })
  g.add(mesh(w, TYRE, 0.62, 0.24, 0), mesh(w, TYRE, -0.55, 0.24, 0))
  g.add(
    box(1.0, 0.14, 0.26, paint, 0, 0.32, 0),
    box(0.62, 0.34, 0.28, paint, -0.35, 0.52, 0),
    box(0.14, 0.7, 0.3, paint, 0.52, 0.62, 0),
  )
  g.add(box(0.06, 0.06, 0.62, TYRE, 0.46, 1.0, 0))
  if (box2) g.add(box(0.45, 0.45, 0.45, mat(box2), -0.72, 0.95, 0))
  const p = person(r, { skirt: false, bag: false, helmet: pick(r, [0xd8d43a, 0xe5e5e5, 0x2b4d8c, 0xc23b3b]) })
  p.userData.sit()
  p.position.set(-0.28, 0.32, 0)
  for (const a of p.userData.parts.arms) a.rotation.z = 1.1
  g.add(p)
  return g
}

export function tree(r, h = 6, tint = 0, fine = 3) {
  const g = new THREE.Group()
  g.add(mesh(new THREE.CylinderGeometry(0.12, 0.2, h * 0.5, 7), mat(0x4d3f32), 0, h * 0.25, 0))
  const n = 9
  for (let i = 0; i < n; i++) {
    const geo = new THREE.IcosahedronGeometry(h * (0.14 + r() * 0.08), fine)
    const p = geo.attributes.position
    const seed = r() * 100
    for (let j = 0; j < p.count; j++) {
      const x = p.getX(j),
        y = p.getY(j),
        z = p.getZ(j)
      const k =
        1 +
        0.14 * Math.sin(x * 3.1 + seed) * Math.cos(z * 2.7 + seed) +
        0.09 * Math.sin(y * 5 + seed * 2) +
        0.07 * Math.sin(x * 9 + seed) * Math.sin(y * 8) * Math.sin(z * 10 + seed)
      p.setXYZ(j, x * k, y * k * 0.86, z * k)
    }
    geo.computeVertexNormals()
    const hue = 0.27 + r() * 0.05 + tint
    const leaf = mat(new THREE.Color().setHSL(hue, 0.34 + r() * 0.12, 0.17 + r() * 0.08), {
      flatShading: true,
    })
    const a = (i / n) * TAU + r()
    const d = i === 0 ? 0 : h * (0.12 + r() * 0.08)
    g.add(mesh(geo, leaf, Math.cos(a) * d, h * (0.52 + r() * 0.32), Math.sin(a) * d))
  }
  return g
}

export function shrubRow(r, length, material) {
  const g = new THREE.Group()
  for (let x = -length / 2; x < length / 2; x += 0.7) {
    const m = mesh(new THREE.IcosahedronGeometry(0.45 + r() * 0.15, 1), material, x, 0.35, (r() - 0.5) * 0.2)
    m.rotation.y = r() * 6
    g.add(m)
  }
  return g
}

/** A block of flats or offices with window rows on all sides. */
export function house(r, w, h, d, wall, o = {}) {
  const floors = Math.max(2, Math.round(h / 3.1))
  const face = (width) => {
    const cols = Math.max(2, Math.round(width / 3))
    const t = tex(cols * 36, floors * 36, (c, W, H) => {
      c.fillStyle = wall
      c.fillRect(0, 0, W, H)
      for (let y = 0; y < floors; y++)
        for (let x = 0; x < cols; x++) {
          const lit = o.lit && r() < o.lit
          c.fillStyle = lit
            ? pick(r, ['#e8c987', '#f1dca8', '#d9e0e2'])
            : pick(r, ['#2d3a44', '#34424c', '#26323b', '#3f4d55'])
          c.fillRect(x * 36 + 7, y * 36 + 8, 22, 18)
          c.fillStyle = 'rgba(255,255,255,.22)'
          c.fillRect(x * 36 + 17, y * 36 + 8, 1.5, 18)
          c.fillStyle = 'rgba(0,0,0,.18)'
          c.fillRect(x * 36 + 7, y * 36 + 27, 22, 2)
          if (!lit && r() < 0.3) {
            c.fillStyle = '#c9ccca'
            c.fillRect(x * 36 + 10, y * 36 + 28, 10, 6)
          }
        }
    })
    return new THREE.MeshStandardMaterial({
      map: t,
      roughness: 0.9,
      ...(o.lit ? { emissive: 0xffffff, emissiveMap: t, emissiveIntensity: 0.25 } : {}),
    })
  }
  const roof = mat(0x8a8a86)
  const a = face(d)
  const b = face(w)
  const m = mesh(new THREE.BoxGeometry(w, h, d), [a, a, roof, roof, b, b], 0, h / 2, 0)
  const g = new THREE.Group()
  g.add(m, box(w + 0.3, 0.5, d + 0.3, mat(0x9a9994), 0, h + 0.1, 0))
  return g
}

/** Text on a board. */
export function sign(text, w, h, bg, fg, o = {}) {
  const t = tex(Math.round(w * 64), Math.round(h * 64), (c, W, H) => {
    c.fillStyle = bg
    c.fillRect(0, 0, W, H)
    c.fillStyle = fg
    c.font = `${o.weight ?? 700} ${Math.round(H * (o.size ?? 0.62))}px "Noto Sans CJK SC", sans-serif`
    c.textAlign = 'center'
    c.textBaseline = 'middle'
    c.fillText(text, W / 2, H * 0.54, W * 0.94)
  })
  const m = o.bright
    ? new THREE.MeshBasicMaterial({ map: t, toneMapped: false })
    : new THREE.MeshStandardMaterial({ map: t, roughness: 0.7 })
  const side = mat(0x3a3d40)
  return mesh(new THREE.BoxGeometry(w, h, o.depth ?? 0.12), [side, side, side, side, m, m])
}

/**
 * Something that comes again every T seconds: `path(age)` gives its place while `age < life`. Where a life is longer than the
 * loop there are several of it, one loop apart, so that the last frame leads into the first.
 */
export class Mover {
  constructor(scene, make, life, offset, path) {
    Object.assign(this, { life, offset, path })
    this.copies = Array.from({ length: Math.ceil(life / T) }, () => {
      const o = make()
      return o.userData.loose ? o : loose(bake(o))
    })
    scene.add(...this.copies)
  }
  update(t) {
    const first = mod(t - this.offset, T)
    this.copies.forEach((o, i) => {
      const age = first + i * T
      o.visible = age < this.life
      if (!o.visible) return
      const { x, y = 0, z, turn, d } = this.path(age)
      o.position.set(x, y, z)
      if (turn !== undefined) o.rotation.y = turn
      o.userData.walk?.(d ?? age * 1.2)
    })
  }
}

/** Along a polyline of [x, z] at a steady speed. */
export function along(points, speed) {
  const legs = points.slice(1).map((p, i) => {
    const [x0, z0] = points[i]
    const len = Math.hypot(p[0] - x0, p[1] - z0)
    return { x0, z0, dx: (p[0] - x0) / len, dz: (p[1] - z0) / len, len }
  })
  const total = legs.reduce((s, l) => s + l.len, 0)
  return {
    life: total / speed,
    path: (age) => {
      let d = age * speed
      const d0 = d
      let leg = legs[0]
      for (leg of legs) {
        if (d <= leg.len) break
        d -= leg.len
      }
      return { x: leg.x0 + leg.dx * d, z: leg.z0 + leg.dz * d, turn: Math.atan2(-leg.dz, leg.dx), d: d0 }
    },
  }
}

/** A lane with a traffic light at s = 0: cars arrive at `arrivals` (s), follow each other (IDM) and repeat every T. */
export function lane({ from, to, v0 = 12, green, arrivals, lengths }) {
  const dt = 1 / 60
  const cycles = 14
  const cars = []
  const out = new Map()
  const steps = Math.round((cycles * T) / dt)
  const perLoop = Math.round(T / dt)
  for (let i = 0; i < steps; i++) {
    const t = i * dt
    const ph = mod(t, T)
    arrivals.forEach((a, slot) => {
      if (Math.abs(mod(ph - a + dt / 2, T) - dt / 2) < dt / 2) {
        const last = cars[cars.length - 1]
        cars.push({
          slot,
          born: t,
          s: Math.min(from, last ? last.s - 12 : from),
          v: v0 * 0.9,
          len: lengths[slot],
        })
      }
    })
    const open = green === null || mod(ph - green[0], T) < mod(green[1] - green[0], T)
    for (let k = 0; k < cars.length; k++) {
      const c = cars[k]
      const ahead = cars[k - 1]
      let gap = ahead ? ahead.s - ahead.len / 2 - c.s - c.len / 2 : 1e3
      let dv = ahead ? c.v - ahead.v : 0
      const stop = -c.s - c.len / 2 - 1
      if (!open && stop > -0.6 && stop < gap && !(stop < (c.v * c.v) / 14)) {
        gap = stop + 1.4
        dv = c.v
      }
      const want = 1.8 + Math.max(0, c.v * 0.9 + (c.v * dv) / (2 * Math.sqrt(2.2 * 3)))
      const acc = 2.2 * (1 - (c.v / v0) ** 4 - (want / Math.max(gap, 0.4)) ** 2)
      c.v = Math.max(0, c.v + Math.max(acc, -8) * dt)
      c.s += c.v * dt
    }
    while (cars.length && cars[0].s > to) cars.shift()
    if (i >= steps - perLoop)
      out.set(
        i - (steps - perLoop),
        cars.map((c) => ({ slot: c.slot, s: c.s })),
      )
  }
  // The last frame must lead into the first; more cars than the green lets through would queue up for ever.
  const first = out.get(0).map((c) => c.s)
  const next = cars.map((c) => c.s)
  const gap = Math.max(...next.map((s) => Math.min(...first.map((f) => Math.abs(f - s)))))
  if (gap > 0.5) console.error(`lane: the loop does not close by ${gap.toFixed(1)} m`)
  return (t) => out.get(Math.round(mod(t, T) / dt) % perLoop) ?? []
}

export class LaneCars {
  constructor(scene, sim, make, place) {
    Object.assign(this, { scene, sim, make, place, pool: new Map() })
  }
  update(t) {
    for (const list of this.pool.values()) for (const o of list) o.visible = false
    const used = new Map()
    for (const { slot, s } of this.sim(t)) {
      const n = used.get(slot) ?? 0
      used.set(slot, n + 1)
      const list = this.pool.get(slot) ?? []
      this.pool.set(slot, list)
      if (!list[n]) {
        list[n] = this.make(slot)
        this.scene.add(list[n])
      }
      const o = list[n]
      o.visible = true
      const { x, z, turn } = this.place(s)
      o.position.set(x, 0, z)
      o.rotation.y = turn
    }
  }
}

export function sky(scene, top, bottom, fogNear, fogFar) {
  scene.background = tex(8, 256, (c, w, h) => {
    const g = c.createLinearGradient(0, 0, 0, h)
    g.addColorStop(0, top)
    g.addColorStop(0.75, bottom)
    g.addColorStop(1, bottom)
    c.fillStyle = g
    c.fillRect(0, 0, w, h)
  })
  scene.fog = new THREE.Fog(bottom, fogNear, fogFar)
}

export function sun(
  scene,
  pos,
  color,
  strength,
  reach,
  ambient = 1.9,
  skyColor = 0xcfdde8,
  groundColor = 0x6b675c,
) {
  const l = new THREE.DirectionalLight(color, strength)
  l.position.set(...pos)
  l.castShadow = true
  l.shadow.mapSize.set(2048, 2048)
  Object.assign(l.shadow.camera, {
    left: -reach,
    right: reach,
    top: reach,
    bottom: -reach,
    near: 1,
    far: 260,
  })
  l.shadow.bias = -0.0006
  l.shadow.normalBias = 0.04
  l.shadow.radius = 3
  scene.add(l, l.target, new THREE.HemisphereLight(skyColor, groundColor, ambient))
  return l
}

/**
 * Joins what stands still (or moves as one) into a few meshes with vertex colours: a software renderer pays for each draw call.
 * Left alone: textures, lamps, anything see-through, and whatever is below an object with `userData.loose`.
 */
export function bake(root) {
  root.updateMatrixWorld(true)
  const inverse = root.matrixWorld.clone().invert()
  const buckets = new Map()
  const visit = (o) => {
    if (o !== root && o.userData.loose) return
    for (const child of [...o.children]) visit(child)
    const m = o.material
    if (
      !o.isMesh ||
      Array.isArray(m) ||
      !m.isMeshStandardMaterial ||
      m.map ||
      m.transparent ||
      m.emissive.getHex() ||
      m.side === THREE.BackSide
    )
      return
    const key = `${m.roughness < 0.3}${o.castShadow}${m.side}`
    if (!buckets.has(key))
      buckets.set(key, { m, cast: o.castShadow, positions: [], normals: [], colours: [] })
    const b = buckets.get(key)
    const g = (o.geometry.index ? o.geometry.toNonIndexed() : o.geometry.clone()).applyMatrix4(
      inverse.clone().multiply(o.matrixWorld),
    )
    if (m.flatShading) g.computeVertexNormals()
    b.positions.push(g.attributes.position.array)
    b.normals.push(g.attributes.normal.array)
    const { r, g: green, b: blue } = m.color
    const c = new Float32Array(g.attributes.position.count * 3)
    for (let i = 0; i < c.length; i += 3) c.set([r, green, blue], i)
    b.colours.push(c)
    if (o !== root) o.removeFromParent()
  }
  visit(root)
  for (const { m, cast, positions, normals, colours } of buckets.values()) {
    const g = new THREE.BufferGeometry()
    const put = (name, parts) => {
      const all = new Float32Array(parts.reduce((n, p) => n + p.length, 0))
      let at = 0
      for (const p of parts) {
        all.set(p, at)
        at += p.length
      }
      g.setAttribute(name, new THREE.BufferAttribute(all, 3))
    }
    put('position', positions)
    put('normal', normals)
    put('color', colours)
    const mesh1 = new THREE.Mesh(
      g,
      new THREE.MeshStandardMaterial({
        vertexColors: true,
        roughness: m.roughness,
        metalness: m.metalness,
        side: m.side,
      }),
    )
    mesh1.castShadow = cast
    mesh1.receiveShadow = true
    root.add(mesh1)
  }
  return root
}
