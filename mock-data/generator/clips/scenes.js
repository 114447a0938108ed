// Six views a city's cameras might show. Fictional places; every sign is generic. All motion repeats every T seconds.
import * as THREE from 'three'
import {
  along,
  bake,
  box,
  CAR_COLOURS,
  glow,
  ground,
  house,
  lane,
  LaneCars,
  mat,
  mesh,
  mod,
  Mover,
  person,
  pick,
  rng,
  scooter,
  shrubRow,
  sign,
  sky,
  speckle,
  sun,
  T,
  TAU,
  tex,
  tree,
  vehicle,
} from './kit.js'

const asphalt = (r, w, h, draw) =>
  tex(w, h, (c) => {
    c.fillStyle = '#55585a'
    c.fillRect(0, 0, w, h)
    speckle(c, w, h, r, 2600, 'rgba(255,255,255,.045)', 'rgba(0,0,0,.06)', 5)
    for (let i = 0; i < 14; i++) {
      c.fillStyle = 'rgba(30,32,34,.16)'
      c.fillRect(r() * w, r() * h, 60 + r() * 160, 18 + r() * 50)
    }
    draw(c, w, h)
  })

const paving = (r, w, h, size, a, line, repeat) =>
  tex(
    w,
    h,
    (c) => {
      c.fillStyle = a
      c.fillRect(0, 0, w, h)
      for (let y = 0; y < h; y += size)
        for (let x = 0; x < w; x += size) {
          c.fillStyle = `rgba(${r() < 0.5 ? '255,255,255' : '0,0,0'},${r() * 0.05})`
          c.fillRect(x, y, size, size)
          c.strokeStyle = line
          c.lineWidth = 1.2
          c.strokeRect(x, y, size, size)
        }
    },
    repeat,
  )

const cam = (fov, from, to) => {
  const c = new THREE.PerspectiveCamera(fov, 16 / 9, 0.3, 400)
  c.position.set(...from)
  c.lookAt(...to)
  return c
}

/** 路口: two roads of 2 × 2 lanes, lights that change, cars that queue and go. */
function crossroads() {
  const r = rng(11)
  const scene = new THREE.Scene()
  sky(scene, '#b4c3cf', '#cdd5d9', 60, 190)
  sun(scene, [-40, 60, 30], 0xfff1dc, 2.6, 55)
  const S = 160
  const road = asphalt(r, 2048, 2048, (c, w) => {
    const k = w / S
    const m = (x) => (x + S / 2) * k
    const half = 8
    c.fillStyle = '#8d9093'
    for (const [x, y] of [
      [-1, -1],
      [1, -1],
      [-1, 1],
      [1, 1],
    ]) {
      const x0 = x < 0 ? 0 : m(half)
      const y0 = y < 0 ? 0 : m(half)
      c.beginPath()
      c.roundRect(x0, y0, m(-half), m(-half), 0)
      c.fill()
    }
    c.fillStyle = '#e6e7e2'
    for (const s of [-1, 1])
      for (let i = -7; i <= 7; i += 1.25) {
        c.fillRect(m(i - 0.28), m(s * 11.5 - 2), 0.56 * k, 4 * k)
        c.fillRect(m(s * 11.5 - 2), m(i - 0.28), 4 * k, 0.56 * k)
      }
    for (const s of [-1, 1]) {
      c.fillRect(m(s < 0 ? -8 : 0.3), m(s * 15 - 0.2), 7.7 * k, 0.4 * k)
      c.fillRect(m(s * 15 - 0.2), m(s < 0 ? 0.3 : -8), 0.4 * k, 7.7 * k)
    }
    for (let d = 16; d < 80; d += 6)
      for (const s of [-1, 1])
        for (const o of [-4, 4]) {
          c.fillRect(m(o - 0.08), m(s * d - (s < 0 ? 3.4 : 0)), 0.16 * k, 3.4 * k)
          c.fillRect(m(s * d - (s < 0 ? 3.4 : 0)), m(o - 0.08), 3.4 * k, 0.16 * k)
        }
    c.fillStyle = '#c9a545'
    for (const s of [-1, 1])
      for (const o of [-0.22, 0.12]) {
        c.fillRect(m(o), m(s < 0 ? -80 : 15), 0.13 * k, 65 * k)
        c.fillRect(m(s < 0 ? -80 : 15), m(o), 65 * k, 0.13 * k)
      }
    c.fillStyle = '#dfe0da'
    const arrow = (x, y, a) => {
      c.save()
      c.translate(m(x), m(y))
      c.rotate(a)
      c.fillRect(-0.1 * k, -1.6 * k, 0.2 * k, 3.2 * k)
      c.beginPath()
      c.moveTo(0, -2.6 * k)
      c.lineTo(-0.45 * k, -1.3 * k)
      c.lineTo(0.45 * k, -1.3 * k)
      c.fill()
      c.restore()
    }
    for (const o of [2, 6]) {
      arrow(o, 20, 0)
      arrow(-o, -20, Math.PI)
      arrow(20, -o, -Math.PI / 2)
      arrow(-20, o, Math.PI / 2)
    }
  })
  scene.add(ground(S, S, new THREE.MeshStandardMaterial({ map: road, roughness: 0.95 })))
  scene.add(ground(600, 600, mat(0x8b8d8a), 0, -0.1, 0))
  const kerb = mat(0xb9bab6)
  for (const [x, z] of [
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ]) {
    const pave = new THREE.MeshStandardMaterial({
      map: paving(r, 256, 256, 32, '#a39f97', 'rgba(60,58,54,.35)', [10, 10]),
      roughness: 0.95,
    })
    scene.add(
      mesh(
        new THREE.BoxGeometry(60, 0.18, 60),
        [kerb, kerb, pave, kerb, kerb, kerb],
        x * 38.4,
        0.09,
        z * 38.4,
        false,
      ),
    )
    for (let i = 0; i < 5; i++) {
      const t1 = tree(r, 5.5 + r())
      t1.position.set(x * 10.2, 0.1, z * (17 + i * 9))
      const t2 = tree(r, 5.5 + r())
      t2.position.set(x * (17 + i * 9), 0.1, z * 10.2)
      if (!(x > 0 && z > 0)) scene.add(t1, t2)
    }
  }
  const walls = ['#b9ab98', '#a7aeb1', '#c6bda9', '#9fa6a2', '#b6a08f', '#c9c5bb']
  const put = (w, h, d, x, z, i) => {
    const b = house(r, w, h, d, walls[i % 6])
    b.position.set(x, 0, z)
    scene.add(b)
  }
  put(20, 26, 16, -26, -25, 0)
  put(18, 18, 14, -46, -24, 1)
  put(14, 34, 16, -24, -46, 2)
  put(24, 15, 14, 27, -24, 3)
  put(16, 30, 16, 48, -26, 4)
  put(22, 21, 20, 26, -48, 5)
  put(18, 24, 18, -27, 27, 3)
  put(18, 40, 18, -50, -62, 4)
  put(26, 46, 18, 8, -98, 2)
  put(26, 36, 18, -22, -96, 1)
  put(26, 52, 18, 40, -96, 0)
  const shop = (text, x, z, turn, bg, fg = '#fff') => {
    const s = sign(text, 6.4, 1.3, bg, fg)
    s.position.set(x, 4, z)
    s.rotation.y = turn
    scene.add(s, box(turn ? 0.3 : 6.2, 2.9, turn ? 6.2 : 0.3, mat(0x39424a, { roughness: 0.3 }), x, 1.6, z))
  }
  shop('便民药房', -21, -16.9, 0, '#1d6b45')
  shop('鲜果生活', -28, -16.9, 0, '#b3402c')
  shop('大众面馆', 20.5, -16.9, 0, '#8c2f2a', '#ffe9b8')
  shop('文具图书', 27.5, -16.9, 0, '#27507e')
  shop('社区银行', 34.5, -16.9, 0, '#7b1f28')

  const lamp = mat(0x2b2e31)
  const lights = []
  const signal = (x, z, turn, ns) => {
    const g = new THREE.Group()
    g.add(box(0.22, 6.2, 0.22, mat(0x777b7e), 0, 3.1, 0), box(0.16, 0.16, 6, mat(0x777b7e), 0, 6, 3))
    const head = box(0.5, 0.6, 1.7, lamp, 0, 5.9, 4.8)
    g.add(head)
    const bulbs = [0, 1, 2].map((i) =>
      mesh(new THREE.SphereGeometry(0.21, 10, 8), glow(0x111111), 0.26, 5.9, 4.25 + i * 0.55),
    )
    g.add(...bulbs)
    g.position.set(x, 0, z)
    g.rotation.y = turn
    scene.add(g)
    lights.push({ bulbs, ns })
  }
  // the heads face the traffic that they hold
  signal(9.2, -9.4, -Math.PI / 2, true)
  signal(-9.4, -9.2, 0, false)
  signal(-9.2, 9.4, Math.PI / 2, true)
  signal(9.4, 9.2, Math.PI, false)

  const ns = [0, 5]
  const ew = [6, 11]
  const kinds = ['sedan', 'suv', 'sedan', 'taxi', 'van', 'sedan', 'suv']
  const add = (green, arrivals, place, opts = {}) => {
    const fleet = arrivals.map((_, i) => {
      const kind = opts.bus === i ? 'bus' : pick(r, kinds)
      return {
        kind,
        color: kind === 'bus' ? 0x2f7a5b : kind === 'taxi' ? 0x2b8a86 : pick(r, CAR_COLOURS),
        len: kind === 'bus' ? 11 : 4.6,
      }
    })
    const sim = lane({ from: -72, to: 105, v0: 11.5, green, arrivals, lengths: fleet.map((f) => f.len) })
    return new LaneCars(scene, sim, (slot) => vehicle(fleet[slot].kind, fleet[slot].color), place)
  }
  const movers = [
    add(ns, [2.2, 8.4], (s) => ({ x: 2, z: 15 - s, turn: Math.PI / 2 })),
    add(ns, [0.6, 7.4], (s) => ({ x: 6, z: 15 - s, turn: Math.PI / 2 }), { bus: 1 }),
    add(ns, [1.2, 9.9], (s) => ({ x: -2, z: -15 + s, turn: -Math.PI / 2 })),
    add(ns, [3.4, 8.4], (s) => ({ x: -6, z: -15 + s, turn: -Math.PI / 2 })),
    add(ew, [0.9, 6.1], (s) => ({ x: -15 + s, z: 2, turn: 0 })),
    add(ew, [3.0, 10.6], (s) => ({ x: -15 + s, z: 6, turn: 0 })),
    add(ew, [2.1, 8.6], (s) => ({ x: 15 - s, z: -2, turn: Math.PI })),
    add(ew, [4.2, 9.0], (s) => ({ x: 15 - s, z: -6, turn: Math.PI }), { bus: 0 }),
  ]
  // people cross while their road's lights are green, and walk along the pavements
  const walk = (points, offset, speed = 1.35) => {
    const p = along(points, speed)
    const seed = Math.floor(r() * 1e6)
    movers.push(new Mover(scene, () => person(rng(seed)), p.life, offset, p.path))
  }
  for (let i = 0; i < 4; i++)
    walk(
      [
        [11.5 - i * 0.5, 24 + i],
        [11 + (i % 3) * 0.7, 9],
        [11 + (i % 3) * 0.7, -9],
        [12 + i, -26],
      ],
      mod(0.4 + i * 0.7 - 11.5 / 1.35, T),
    )
  for (let i = 0; i < 3; i++)
    walk(
      [
        [-11 - i * 0.6, -26],
        [-11.4 - i * 0.5, -9],
        [-11.4 - i * 0.5, 9],
        [-12, 26],
      ],
      mod(0.2 + i * 0.9 - 17 / 1.35, T),
    )
  for (let i = 0; i < 4; i++)
    walk(
      [
        [-26, -12 - i * 0.5],
        [-9, -11 - (i % 3) * 0.6],
        [9, -11 - (i % 3) * 0.6],
        [28, -13 - i * 0.4],
      ],
      mod(6.2 + i * 0.6 - 17 / 1.35, T),
    )
  for (let i = 0; i < 3; i++)
    walk(
      [
        [34 + i, -14.4],
        [13, -14 - i * 0.5],
        [13, -40],
      ],
      i * 4.1,
    )
  const ride = along(
    [
      [7.4, 70],
      [7.4, -90],
    ],
    5.2,
  )
  movers.push(
    new Mover(scene, () => scooter(rng(5), 0x2f5f9a, 0xe0b21c), ride.life, mod(1.2 - 55 / 5.2, T), ride.path),
  )
  const ride2 = along(
    [
      [-70, 7.2],
      [90, 7.2],
    ],
    5.6,
  )
  movers.push(new Mover(scene, () => scooter(rng(7), 0x8a2f2f), ride2.life, mod(7 - 55 / 5.6, T), ride2.path))
  const within = (t, [a, b]) => mod(t - a, T) < b - a
  return {
    scene,
    camera: cam(50, [20.5, 15.5, 28], [-1.5, 0.4, -3]),
    update(t) {
      for (const m of movers) m.update(t)
      for (const { bulbs, ns: n } of lights) {
        const g = within(t, n ? ns : ew)
        const y = within(t, n ? [5, 6] : [11, 12])
        bulbs[0].material.color.set(!g && !y ? 0xff2b1f : 0x240807)
        bulbs[1].material.color.set(y ? 0xffb020 : 0x241c07)
        bulbs[2].material.color.set(g ? 0x2bff7c : 0x07240f)
      }
    },
  }
}

/** 河道: an embanked river with a water gauge, a bridge with traffic and a cargo boat. */
function river() {
  const r = rng(23)
  const scene = new THREE.Scene()
  sky(scene, '#a9bac6', '#d3d9da', 70, 260)
  sun(scene, [50, 55, -10], 0xfff2e0, 2.4, 70)
  // water: streaks that drift downstream, one whole repeat in T
  const streaks = tex(
    512,
    512,
    (c, w, h) => {
      c.fillStyle = '#6d847d'
      c.fillRect(0, 0, w, h)
      for (let i = 0; i < 420; i++) {
        const x = r() * w
        const y = r() * h
        const len = 30 + r() * 90
        c.fillStyle =
          r() < 0.5 ? `rgba(190,206,204,${0.04 + r() * 0.1})` : `rgba(30,48,48,${0.04 + r() * 0.1})`
        for (const oy of [0, -h, h])
          for (const ox of [0, -w, w]) {
            c.beginPath()
            c.ellipse(x + ox, y + oy, 1.2 + r() * 0, len / 2, 0, 0, TAU)
            c.fill()
          }
      }
    },
    [5, 4],
  )
  const water = new THREE.MeshStandardMaterial({ map: streaks, roughness: 0.35, metalness: 0.1 })
  scene.add(ground(46, 260, water, 0, 0, -90))
  // far shine
  const shine = tex(16, 256, (c, w, h) => {
    const g = c.createLinearGradient(0, 0, 0, h)
    g.addColorStop(0, 'rgba(214,224,226,.75)')
    g.addColorStop(0.45, 'rgba(200,214,216,.22)')
    g.addColorStop(1, 'rgba(200,214,216,0)')
    c.fillStyle = g
    c.fillRect(0, 0, w, h)
  })
  const film = ground(
    46,
    260,
    new THREE.MeshBasicMaterial({ map: shine, transparent: true, depthWrite: false, fog: true }),
    0,
    0.05,
    -90,
  )
  film.castShadow = false
  scene.add(film)
  const stone = () =>
    tex(
      512,
      256,
      (c, w, h) => {
        c.fillStyle = '#8f8b80'
        c.fillRect(0, 0, w, h)
        for (let y = 0; y < h; y += 32)
          for (let x = (y / 32) % 2 ? -32 : 0; x < w; x += 64) {
            c.fillStyle = `rgba(${r() < 0.5 ? '255,250,235' : '20,20,16'},${r() * 0.14})`
            c.fillRect(x, y, 64, 32)
            c.strokeStyle = 'rgba(50,48,42,.45)'
            c.strokeRect(x, y, 64, 32)
          }
        const g = c.createLinearGradient(0, 0, 0, h)
        g.addColorStop(0.62, 'rgba(40,46,36,0)')
        g.addColorStop(0.84, 'rgba(44,52,38,.75)')
        c.fillStyle = g
        c.fillRect(0, 0, w, h)
      },
      [14, 1],
    )
  const bank = (side) => {
    const m = mesh(
      new THREE.PlaneGeometry(240, 8.6),
      new THREE.MeshStandardMaterial({ map: stone(), roughness: 0.95, side: THREE.DoubleSide }),
      side * 21.4,
      2.4,
      -80,
      false,
    )
    m.rotation.order = 'YXZ'
    m.rotation.y = side > 0 ? -Math.PI / 2 : Math.PI / 2
    m.rotation.x = -0.62
    scene.add(m)
    const pave = new THREE.MeshStandardMaterial({
      map: paving(r, 256, 256, 32, '#9c978c', 'rgba(60,58,54,.3)', [3, 60]),
      roughness: 0.95,
    })
    scene.add(
      mesh(
        new THREE.BoxGeometry(9, 0.5, 240),
        [mat(0xa9a59a), mat(0xa9a59a), pave, mat(0x999999), mat(0x999999), mat(0x999999)],
        side * 28.4,
        5.4,
        -80,
        false,
      ),
    )
    scene.add(ground(120, 240, mat(0x6f7d57), side * 93, 5.5, -80))
    const rail = mat(0xd5d4cc)
    for (let z = 24; z > -170; z -= 3.2) scene.add(box(0.22, 1.1, 0.22, rail, side * 24.3, 6.2, z))
    scene.add(
      box(0.14, 0.14, 200, rail, side * 24.3, 6.7, -70),
      box(0.1, 0.1, 200, rail, side * 24.3, 6.2, -70),
    )
    for (let z = 6; z > -150; z -= 7.5) {
      const t = tree(r, 6.2 + r() * 1.6)
      t.position.set(side * (34 + r() * 1.4), 5.5, z + r() * 2)
      scene.add(t)
    }
    for (let z = 8; z > -140; z -= 19)
      scene.add(
        box(0.14, 5.4, 0.14, mat(0x4b4f50), side * 31.6, 8.2, z),
        box(1.2, 0.12, 0.3, mat(0x4b4f50), side * 31, 10.9, z),
      )
  }
  bank(1)
  bank(-1)
  // steps down to the water on the near left
  for (let i = 0; i < 14; i++)
    scene.add(box(0.62, 0.36, 4, mat(0xa5a196), -24 + i * 0.5, 5.2 - i * 0.39, -14))
  // water gauge on a pier
  scene.add(box(2.3, 8.6, 1.5, mat(0x9b9a93), -12.4, 2.4, -8.6))
  const gauge = tex(128, 512, (c, w, h) => {
    c.fillStyle = '#f2f2ec'
    c.fillRect(0, 0, w, h)
    c.font = '700 46px "DejaVu Sans", sans-serif'
    c.textBaseline = 'middle'
    for (let i = 0; i < 8; i++) {
      const y = h - (i + 1) * 64
      const red = i > 4
      c.fillStyle = red ? '#c22a22' : '#1f4fa0'
      const right = i % 2
      c.fillRect(right ? 62 : 8, y, 12, 64)
      for (const k of [0, 26, 52]) c.fillRect(right ? 62 : 8, y + k, 52, 12)
      c.fillText(String(i), right ? 18 : 74, y + 34)
    }
  })
  const board = mesh(
    new THREE.BoxGeometry(1.7, 6.6, 0.08),
    [
      mat(0xdddddd),
      mat(0xdddddd),
      mat(0xdddddd),
      mat(0xdddddd),
      new THREE.MeshStandardMaterial({ map: gauge }),
      mat(0xdddddd),
    ],
    -12.4,
    2.9,
    -7.78,
  )
  scene.add(board)
  const warn = box(2.3, 0.1, 0.1, glow(0xe23a2e), -12.4, 4.6, -7.7)
  scene.add(warn)
  const plate = sign('警戒水位', 3.0, 0.8, '#b0281f', '#fff')
  plate.position.set(-9.7, 4.6, -7.8)
  scene.add(plate)
  // bridge
  const concrete = mat(0xb3b2aa)
  scene.add(box(90, 1.5, 9, concrete, 0, 9.3, -72))
  for (const x of [-13, 0, 13]) scene.add(box(2, 9, 7, concrete, x, 4.5, -72))
  for (const z of [-67.6, -76.4]) scene.add(box(90, 0.9, 0.25, mat(0xd9d8d2), 0, 10.5, z))
  for (let x = -40; x <= 40; x += 10) scene.add(box(0.16, 5, 0.16, mat(0x55595b), x, 12.4, -67.6))
  const movers = []
  const bridgeCar = (z, dir, offset, kind, color) =>
    movers.push(
      new Mover(
        scene,
        () => vehicle(kind, color),
        12.9,
        offset,
        (a) => ({ x: dir * (-58 + a * 9), y: 10.05, z, turn: dir > 0 ? 0 : Math.PI }),
      ),
    )
  ;[
    ['sedan', 0xe5e5e2],
    ['bus', 0x2f6f9a],
    ['suv', 0x33363b],
    ['sedan', 0x8a2326],
    ['truck', 0x3d6b93],
  ].forEach(([k, c], i) => bridgeCar(-70, 1, i * 2.4 + (i % 2) * 0.5, k, c))
  ;[
    ['van', 0xdedede],
    ['sedan', 0x24426a],
    ['taxi', 0x2b8a86],
    ['suv', 0xc9cacb],
  ].forEach(([k, c], i) => bridgeCar(-74, -1, i * 3 + (i % 2) * 0.6, k, c))
  // a cargo boat upstream, with a wake
  const boat = () => {
    const g = new THREE.Group()
    const hull = new THREE.Shape(
      [
        [-9, 0],
        [-9.2, 1.7],
        [8, 1.7],
        [10.6, 2.3],
        [9.2, 0],
      ].map(([x, y]) => new THREE.Vector2(x, y)),
    )
    const geo = new THREE.ExtrudeGeometry(hull, {
      depth: 3.6,
      bevelEnabled: true,
      bevelSize: 0.2,
      bevelThickness: 0.3,
      bevelSegments: 2,
    })
    geo.translate(0, -0.2, -1.8)
    g.add(
      mesh(geo, mat(0x4c3a34)),
      box(17, 0.2, 3.9, mat(0x8b3a2e), -0.6, 1.7, 0),
      box(11, 1, 3, mat(0x9c8f6e), 1, 2.1, 0),
    )
    g.add(
      box(3.4, 2.4, 3.2, mat(0xd9dad4), -7, 2.9, 0),
      box(3.5, 0.7, 3.25, mat(0x27323a), -6.9, 3.5, 0),
      box(0.1, 2.4, 0.1, mat(0x888888), -7, 5.2, 0),
    )
    const wake = tex(128, 256, (c, w, h) => {
      const gr = c.createLinearGradient(0, 0, 0, h)
      gr.addColorStop(0, 'rgba(226,234,233,.75)')
      gr.addColorStop(1, 'rgba(226,234,233,0)')
      c.fillStyle = gr
      c.beginPath()
      c.moveTo(w * 0.4, 0)
      c.lineTo(0, h)
      c.lineTo(w * 0.22, h)
      c.lineTo(w / 2, 12)
      c.lineTo(w * 0.78, h)
      c.lineTo(w, h)
      c.lineTo(w * 0.6, 0)
      c.fill()
    })
    const p = ground(
      15,
      26,
      new THREE.MeshBasicMaterial({ map: wake, transparent: true, depthWrite: false }),
      -20,
      0.1,
      0,
    )
    p.rotation.z = Math.PI / 2
    p.castShadow = false
    const holder = new THREE.Group()
    holder.add(p)
    p.rotation.set(-Math.PI / 2, 0, -Math.PI / 2)
    g.add(holder)
    return g
  }
  const b = along(
    [
      [10, -190],
      [14.5, 26],
    ],
    216 / (T * 4),
  )
  movers.push(
    new Mover(scene, boat, b.life, 2, (a) => ({ ...b.path(a), y: Math.sin((a / T) * TAU * 2) * 0.05 })),
  )
  // people on the near walk
  const walk = (points, offset, speed, o) => {
    const p = along(points, speed)
    const seed = Math.floor(r() * 1e6)
    movers.push(
      new Mover(
        scene,
        () => person(rng(seed), o),
        p.life,
        offset,
        (a) => ({ ...p.path(a), y: 5.65 }),
      ),
    )
  }
  walk(
    [
      [-27, 16],
      [-27, -120],
    ],
    0,
    1.3,
  )
  walk(
    [
      [-29.4, -120],
      [-28.6, 16],
    ],
    5,
    1.25,
  )
  walk(
    [
      [-26.4, -120],
      [-26.2, 16],
    ],
    8,
    2.6,
  )
  walk(
    [
      [28, 10],
      [28, -120],
    ],
    9,
    1.4,
  )
  const skyline = (x, z, w, h, c) => {
    const g = house(r, w, h, 14, c)
    g.position.set(x, 5, z)
    scene.add(g)
  }
  for (let i = 0; i < 9; i++)
    skyline(
      44 + (i % 3) * 20,
      -20 - i * 17,
      14 + r() * 6,
      22 + r() * 34,
      pick(r, ['#a9b0b3', '#b8ae9f', '#9aa5a8', '#c2bbae']),
    )
  for (let i = 0; i < 8; i++)
    skyline(
      -46 - (i % 3) * 18,
      -34 - i * 16,
      14 + r() * 5,
      14 + r() * 26,
      pick(r, ['#b0a998', '#a3abad', '#bcb4a6']),
    )
  for (let i = 0; i < 10; i++) skyline(-70 + i * 16, -178 - r() * 20, 12, 26 + r() * 44, '#a8b1b5')
  const base = 0
  return {
    scene,
    camera: cam(46, [-19.5, 12.4, 12], [-3.2, 3.2, -34]),
    update(t) {
      streaks.offset.y = base + (t / T) * 1
      for (const m of movers) m.update(t)
    },
  }
}

/** 政务服务大厅: counters with number boards, a calling screen, rows of seats. */
function hall() {
  const r = rng(37)
  const scene = new THREE.Scene()
  scene.background = new THREE.Color(0xd9dcdc)
  const key = sun(scene, [8, 26, 12], 0xfff6e8, 1.5, 26, 1.25, 0xffffff, 0xa79f90)
  key.shadow.radius = 6
  const floor = tex(
    1024,
    1024,
    (c, w, h) => {
      c.fillStyle = '#b3aa9b'
      c.fillRect(0, 0, w, h)
      for (let y = 0; y < h; y += 64)
        for (let x = 0; x < w; x += 64) {
          c.fillStyle = `rgba(${r() < 0.5 ? '255,255,255' : '90,80,66'},${r() * 0.09})`
          c.fillRect(x, y, 64, 64)
          c.strokeStyle = 'rgba(110,102,90,.4)'
          c.strokeRect(x, y, 64, 64)
        }
    },
    [2, 2],
  )
  scene.add(ground(40, 34, new THREE.MeshStandardMaterial({ map: floor, roughness: 0.5 }), 0, 0, 0))
  const wall = mat(0xd3cfc4)
  const ceiling = box(40, 0.3, 34, mat(0xbdbcb6), 0, 7.6, 0)
  ceiling.castShadow = false
  scene.add(ceiling)
  for (let z = -9; z < 8; z += 3.4)
    for (let x = -12; x < 16; x += 4.4) {
      const panel = box(2.6, 0.06, 0.7, glow(0xfdfdf6), x, 7.44, z)
      panel.castShadow = false
      scene.add(panel)
    }
  for (const w of [
    box(40, 7.6, 0.4, wall, 0, 3.8, -12.2),
    box(0.4, 7.6, 34, wall, -15.5, 3.8, 0),
    box(0.4, 7.6, 34, wall, 17, 3.8, 0),
  ]) {
    w.castShadow = false
    scene.add(w)
  }
  scene.add(box(40, 1.0, 0.1, mat(0x2d5f93), 0, 5.6, -11.9))
  const title = sign('政 务 服 务 中 心', 12, 0.9, '#2d5f93', '#ffffff', { size: 0.7 })
  title.position.set(0.5, 5.6, -11.8)
  scene.add(title)
  // counters
  const movers = []
  const top = mat(0xd7d2c8, { roughness: 0.4 })
  const front = mat(0x8c6f51)
  const boards = []
  const names = ['不动产', '不动产', '社保', '医保', '税务', '户政', '企业开办', '综合']
  for (let i = 0; i < 8; i++) {
    const x = -12.2 + i * 3.5
    scene.add(
      box(3.3, 1.05, 0.7, front, x, 0.52, -8.2),
      box(3.4, 0.08, 1, top, x, 1.1, -8.1),
      box(0.08, 0.9, 1.6, mat(0xb9c6cb, { transparent: true, opacity: 0.6 }), x + 1.7, 1.55, -8.4),
    )
    scene.add(box(0.62, 0.42, 0.06, mat(0x16181a), x + 0.7, 1.42, -8.6))
    const n = sign(`${i + 1}  ${names[i]}`, 2.5, 0.56, '#1f4a78', '#fff', { size: 0.6 })
    n.position.set(x, 3.1, -8.2)
    scene.add(n)
    const c = document.createElement('canvas')
    c.width = 160
    c.height = 34
    const t = new THREE.CanvasTexture(c)
    t.colorSpace = THREE.SRGBColorSpace
    const led = mesh(
      new THREE.BoxGeometry(2.5, 0.5, 0.1),
      new THREE.MeshBasicMaterial({ map: t, toneMapped: false }),
      x,
      2.58,
      -8.2,
      false,
    )
    scene.add(led)
    boards.push({
      c,
      t,
      base: 1000 + i * 40 + Math.floor(r() * 30),
      letter: 'ABCD'[i % 4],
      at: (i * 1.7) % T,
      last: '',
    })
    const staff = person(r, { top: 0x26354f, low: 0x1b2230, bag: false, skirt: false })
    staff.userData.sit()
    staff.position.set(x - 0.2, 0.1, -9.5)
    staff.rotation.y = -Math.PI / 2
    scene.add(staff, box(0.6, 1.1, 0.1, mat(0x333a42), x - 0.2, 0.6, -9.9))
    const phase = r() * TAU
    movers.push({
      update: (t) => {
        staff.userData.parts.arms[0].rotation.z = 0.9 + 0.22 * Math.sin((t / T) * TAU * 3 + phase)
      },
    })
    if (i !== 5) {
      const p = person(r, { skirt: false })
      p.position.set(x + (r() - 0.5) * 0.5, 0, -7.2)
      p.rotation.y = Math.PI / 2 + (r() - 0.5) * 0.4
      scene.add(p)
      const ph = r() * TAU
      movers.push({
        update: (t) => {
          p.userData.parts.hips.rotation.y = 0.13 * Math.sin((t / T) * TAU + ph)
          p.userData.parts.arms[1].rotation.z = 0.5 + 0.35 * Math.sin((t / T) * TAU * 2 + ph)
        },
      })
      if (r() < 0.45) {
        const q = person(r)
        q.position.set(x + 0.8, 0, -6.9)
        q.rotation.y = Math.PI / 2 + 0.3
        scene.add(q)
      }
    }
  }
  // calling screen
  const screen = document.createElement('canvas')
  screen.width = 512
  screen.height = 288
  const screenTex = new THREE.CanvasTexture(screen)
  screenTex.colorSpace = THREE.SRGBColorSpace
  const tv = mesh(
    new THREE.BoxGeometry(0.15, 2.3, 4.1),
    [
      new THREE.MeshBasicMaterial({ map: screenTex, toneMapped: false }),
      mat(0x111111),
      mat(0x111111),
      mat(0x111111),
      mat(0x111111),
      mat(0x111111),
    ],
    -15.2,
    3.6,
    -4.5,
  )
  scene.add(tv)
  // seats
  const metal = mat(0x8d9499, { metalness: 0.3, roughness: 0.5 })
  const pad = mat(0x3c6d98)
  for (let row = 0; row < 3; row++)
    for (let blockX = 0; blockX < 3; blockX++) {
      const z = -2.6 + row * 2.5
      const x0 = -8.5 + blockX * 6.6
      scene.add(box(4.3, 0.08, 0.12, metal, x0, 0.36, z))
      for (let k = 0; k < 6; k++) {
        const x = x0 - 1.8 + k * 0.72
        scene.add(box(0.62, 0.07, 0.55, pad, x, 0.44, z), box(0.62, 0.5, 0.07, pad, x, 0.75, z + 0.3))
        if (r() < 0.46) {
          const p = person(r, { skirt: false, bag: false })
          p.userData.sit()
          p.position.set(x, 0, z + 0.05)
          p.rotation.y = Math.PI / 2
          scene.add(p)
          const ph = r() * TAU
          const n = 1 + Math.floor(r() * 2)
          movers.push({
            update: (t) => {
              p.userData.parts.head.rotation.y = 0.5 * Math.sin((t / T) * TAU * n + ph)
            },
          })
        }
      }
    }
  // ticket machine, plants, help desk
  for (const x of [8.3, 9.4])
    scene.add(
      box(0.7, 1.5, 0.5, mat(0xe9ecee), x, 0.75, 0.6),
      box(0.5, 0.5, 0.06, glow(0x3f86c8), x, 1.2, 0.86),
    )
  const q = sign('取号', 1.6, 0.5, '#c8781f', '#fff')
  q.position.set(8.85, 2.0, 0.6)
  scene.add(q)
  for (const [x, z] of [
    [-14.4, -10.6],
    [15.6, -10.6],
    [-14.6, 5],
    [15.8, 4],
  ]) {
    const p = tree(r, 2.4)
    p.position.set(x, 0.3, z)
    scene.add(p, mesh(new THREE.CylinderGeometry(0.4, 0.3, 0.6, 12), mat(0xd8d6d0), x, 0.3, z))
  }
  for (const x of [-6, 6.5])
    scene.add(mesh(new THREE.CylinderGeometry(0.45, 0.45, 7, 20), mat(0xdedad2), x, 3.5, -5))
  const walk = (points, offset, speed, o) => {
    const p = along(points, speed)
    const seed = Math.floor(r() * 1e6)
    movers.push(new Mover(scene, () => person(rng(seed), o), p.life, offset, p.path))
  }
  walk(
    [
      [16, 12],
      [11, 1.8],
      [4, -4.9],
      [-13, -4.9],
      [-20, -3],
    ],
    0,
    1.2,
  )
  walk(
    [
      [20, -5.4],
      [-16, -5.6],
    ],
    4.5,
    1.15,
  )
  walk(
    [
      [-12.2, 14],
      [-12.4, -4.6],
      [20, -4.4],
    ],
    2,
    1.2,
  )
  walk(
    [
      [12.4, 12],
      [8.6, 1.9],
      [3, 5.2],
      [-22, 5],
    ],
    8,
    1.1,
  )
  walk(
    [
      [-22, 6.2],
      [20, 6.6],
    ],
    6.4,
    1.25,
  )
  walk(
    [
      [-5.2, 14],
      [-5.2, -4.4],
      [-20, -4.6],
    ],
    10,
    1.2,
    { top: 0xb23b33 },
  )
  const guard = person(r, { top: 0x22303f, low: 0x1a222c, bag: false, skirt: false })
  guard.position.set(7.3, 0, 1.3)
  guard.rotation.y = 2.6
  scene.add(guard)
  const write = (c, font, text, color, x, y, align = 'center') => {
    c.font = font
    c.fillStyle = color
    c.textAlign = align
    c.textBaseline = 'middle'
    c.fillText(text, x, y)
  }
  return {
    scene,
    camera: cam(56, [9.8, 6.3, 8.4], [-1.2, 0.9, -4.6]),
    update(t) {
      for (const m of movers) m.update(t)
      let latest = 0
      for (const [i, b] of boards.entries()) {
        // Each board calls one number a loop and goes back with the loop.
        const now = mod(t - b.at, T) < 7 ? b.base : b.base + 1
        const text = `${b.letter}${now} 请办理`
        if (mod(t - b.at, T) < 1.7) latest = i
        if (text === b.last) continue
        b.last = text
        const c = b.c.getContext('2d')
        c.fillStyle = '#160607'
        c.fillRect(0, 0, 160, 34)
        write(c, '700 23px "Noto Sans CJK SC"', text, '#ff4a34', 80, 18)
        b.t.needsUpdate = true
      }
      const c = screen.getContext('2d')
      c.fillStyle = '#0d2c50'
      c.fillRect(0, 0, 512, 288)
      write(c, '700 34px "Noto Sans CJK SC"', '排队叫号', '#fff', 256, 32)
      for (let k = 0; k < 5; k++) {
        const i = mod(latest - k, 8)
        c.fillStyle = k % 2 ? '#123a66' : '#0f3359'
        c.fillRect(0, 60 + k * 45, 512, 44)
        write(
          c,
          '700 28px "Noto Sans CJK SC"',
          `${boards[i].letter}${boards[i].base}`,
          k ? '#cfe3f5' : '#ffd84a',
          120,
          83 + k * 45,
        )
        write(
          c,
          '700 28px "Noto Sans CJK SC"',
          `${i + 1} 号窗口`,
          k ? '#cfe3f5' : '#ffd84a',
          380,
          83 + k * 45,
        )
      }
      screenTex.needsUpdate = true
    },
  }
}

/** 商业街: a pedestrian street between shops, stalls and lanterns. */
function market() {
  const r = rng(59)
  const scene = new THREE.Scene()
  sky(scene, '#b9c6cd', '#d6dad8', 45, 130)
  sun(scene, [-22, 40, 18], 0xfff0d8, 2.5, 46, 2.1)
  const pave = paving(r, 512, 512, 32, '#a89f92', 'rgba(62,56,50,.34)', [4, 22])
  scene.add(ground(22, 130, new THREE.MeshStandardMaterial({ map: pave, roughness: 0.95 }), 0, 0, -35))
  for (const x of [-3.1, 3.1]) scene.add(box(0.34, 0.03, 130, mat(0x6b6a67), x, 0.005, -35))
  const names = [
    ['老街面馆', '#8c2a22', '#ffe7b0'],
    ['鲜果时光', '#2f7d4b', '#fff'],
    ['便民超市', '#c0392b', '#fff'],
    ['百姓药房', '#1f6f4d', '#fff'],
    ['裁缝铺', '#5b3b6b', '#fff'],
    ['粮油干货', '#a3661c', '#fff'],
    ['五金日杂', '#2b4d7a', '#fff'],
    ['早点铺', '#b5462a', '#ffe9c0'],
    ['花店', '#b34a72', '#fff'],
    ['理发店', '#2c2f35', '#f2d27a'],
    ['卤味', '#7e2320', '#ffd98a'],
    ['茶行', '#3d5a34', '#f0e7c8'],
    ['童装', '#d0762a', '#fff'],
    ['书店', '#34495e', '#fff'],
  ]
  let k = 0
  for (const side of [-1, 1])
    for (let z = 14; z > -84; z -= 7) {
      const h = 7.5 + Math.floor(r() * 3) * 2.4
      const b = house(
        r,
        10,
        h,
        6.94,
        pick(r, ['#c4b7a1', '#b3a895', '#a9a79e', '#cbbfae', '#b79f8a', '#9f9a92']),
      )
      b.rotation.y = (Math.PI / 2) * side
      b.rotation.y = 0
      b.position.set(side * 13, 0, z)
      scene.add(b)
      const [text, bg, fg] = names[k++ % names.length]
      const s = sign(text, 5.8, 1.15, bg, fg, { size: 0.68 })
      s.position.set(side * 7.9, 3.75, z)
      s.rotation.y = (-side * Math.PI) / 2
      scene.add(s)
      scene.add(
        box(
          0.2,
          2.9,
          6,
          mat(pick(r, [0x4a453d, 0x3d4348, 0x51483c]), { roughness: 0.5 }),
          side * 7.98,
          1.5,
          z,
        ),
      )
      scene.add(
        box(0.24, 2.2, 2.2, mat(0xd9c79a, { emissive: 0x6b5a2c }), side * 7.96, 1.4, z + (r() - 0.5) * 2),
      )
      const awn = tex(128, 32, (c, w, hh) => {
        for (let i = 0; i < 8; i++) {
          c.fillStyle = i % 2 ? '#e8e4da' : bg
          c.fillRect(i * 16, 0, 16, hh)
        }
      })
      const a = mesh(
        new THREE.BoxGeometry(1.9, 0.07, 5.9),
        new THREE.MeshStandardMaterial({ map: awn, roughness: 0.9 }),
        side * 7.1,
        2.85,
        z,
      )
      a.rotation.z = side * 0.3
      const am = a.material
      am.map.center.set(0.5, 0.5)
      am.map.rotation = Math.PI / 2
      scene.add(a)
      // hanging blade sign and lantern
      if (r() < 0.7) {
        const v = sign(text.slice(0, 1), 0.8, 0.8, bg, fg, { size: 0.75 })
        v.position.set(side * 6.9, 5.4, z + 2.6)
        scene.add(v)
      }
      for (const dz of [-2.6, 2.6])
        scene.add(
          mesh(
            new THREE.SphereGeometry(0.2, 12, 10),
            mat(0xb92a20, { emissive: 0x5a0c08 }),
            side * 6.3,
            2.5,
            z + dz,
          ),
        )
      if (r() < 0.62) {
        // a stall of fruit or vegetables
        const zz = z + (r() - 0.5) * 1.6
        scene.add(box(1.3, 0.7, 2.6, mat(0x6d5a43), side * 5.9, 0.35, zz))
        const heap = pick(r, [
          [0xd2691e, 0x8db33c],
          [0xb5322a, 0xd9c23c],
          [0x4f7c32, 0x86a94a],
          [0xcf7f2d, 0xb33a2c],
        ])
        for (let i = 0; i < 16; i++)
          scene.add(
            mesh(
              new THREE.SphereGeometry(0.17, 7, 6),
              mat(heap[i % 2]),
              side * (5.5 + (i % 4) * 0.26),
              0.8,
              zz - 1.05 + Math.floor(i / 4) * 0.62,
            ),
          )
      }
    }
  // strings of small flags across the street
  for (let z = 2; z > -60; z -= 12)
    for (let i = 0; i < 15; i++) {
      const f = mesh(
        new THREE.ConeGeometry(0.2, 0.4, 3),
        mat([0xc0392b, 0xd9b13a, 0x2f6f9a, 0x3d8a4e][i % 4]),
        -7 + i,
        6.4 - 0.9 * Math.sin((i / 14) * Math.PI),
        z,
      )
      f.rotation.x = Math.PI
      scene.add(f)
    }
  const movers = []
  const walk = (points, offset, speed, o) => {
    const p = along(points, speed)
    const seed = Math.floor(r() * 1e6)
    movers.push(new Mover(scene, () => person(rng(seed), o), p.life, offset, p.path))
  }
  for (let i = 0; i < 9; i++) {
    const x = -2.6 + r() * 5
    walk(
      [
        [x, 16],
        [x + (r() - 0.5) * 2.4, -20],
        [x, -75],
      ],
      (i * T) / 9,
      1.05 + r() * 0.35,
    )
    const x2 = -2.6 + r() * 5
    walk(
      [
        [x2, -75],
        [x2 + (r() - 0.5) * 2.4, -16],
        [x2, 16],
      ],
      (i * T) / 9 + 0.5,
      1.05 + r() * 0.35,
      r() < 0.12 ? { umbrella: 0xb04a6a } : {},
    )
  }
  walk(
    [
      [0.4, 16],
      [0.7, -75],
    ],
    3.1,
    1.1,
    { size: 1 },
  )
  walk(
    [
      [1.0, 16],
      [1.25, -75],
    ],
    3.15,
    1.1,
    { size: 0.62, top: 0xd9a03a },
  )
  // shoppers stand at stalls
  for (let i = 0; i < 13; i++) {
    const side = r() < 0.5 ? -1 : 1
    const p = person(r)
    p.position.set(side * (4.4 + r() * 0.5), 0, 6 - i * 5 + r() * 2)
    p.rotation.y = (side > 0 ? 0 : Math.PI) + (r() - 0.5) * 0.8
    scene.add(p)
    const ph = r() * TAU
    movers.push({
      update: (t) => {
        p.userData.parts.arms[0].rotation.z = 0.5 + 0.4 * Math.sin((t / T) * TAU * 2 + ph)
        p.userData.parts.hips.rotation.y = 0.2 * Math.sin((t / T) * TAU + ph)
      },
    })
  }
  const ride = along(
    [
      [-0.6, -90],
      [-0.9, 18],
    ],
    108 / (T * 2),
  )
  movers.push(new Mover(scene, () => scooter(rng(3), 0x2d6f5b, 0x2d6fb5), ride.life, 1, ride.path))
  for (let i = 0; i < 3; i++) {
    const s = scooter(rng(40 + i), pick(r, [0x7a2f2f, 0x2f5f9a, 0x555a5f]))
    s.children[s.children.length - 1].visible = false
    s.position.set(3.9, 0, -1 - i * 1.1)
    s.rotation.y = 0.5
    scene.add(s)
  }
  for (const z of [-8, -30, -52]) {
    const t = tree(r, 5)
    t.position.set(-3.9, 0, z)
    scene.add(t, box(1.5, 0.5, 1.5, mat(0x9a958a), -3.9, 0.25, z))
  }
  return {
    scene,
    camera: cam(50, [2.6, 7.4, 13.5], [-0.7, 1.2, -9]),
    update: (t) => movers.forEach((m) => m.update(t)),
  }
}

/** 隧道口: two portals at dusk, lane signals, a message board, headlamps. */
function tunnel() {
  const r = rng(71)
  const scene = new THREE.Scene()
  sky(scene, '#4f6274', '#8a979d', 60, 210)
  sun(scene, [30, 42, 40], 0xffe2bf, 1.9, 60, 1.7, 0xaebccb, 0x5e594f)
  const W = 30
  const L = 170
  const road = asphalt(r, 1024, 4096, (c, w, h) => {
    const kx = w / W
    const kz = h / L
    const line = (x, width, dash) => {
      c.fillStyle = '#d9dad2'
      if (!dash) c.fillRect((x + W / 2 - width / 2) * kx, 0, width * kx, h)
      else
        for (let z = 0; z < L; z += 10) c.fillRect((x + W / 2 - width / 2) * kx, z * kz, width * kx, 5 * kz)
    }
    for (const s of [-1, 1]) {
      line(s * 2.4, 0.18)
      line(s * 6.2, 0.16, true)
      line(s * 10, 0.18)
    }
  })
  scene.add(ground(W, L, new THREE.MeshStandardMaterial({ map: road, roughness: 0.9 }), 0, 0, -30))
  const concrete = mat(0xa3a199)
  // median with hedge, side barriers
  scene.add(box(2.6, 0.35, 70, mat(0x8d8b84), 0, 0.17, 13))
  scene.add(Object.assign(shrubRow(r, 60, mat(0x3f5a35, { flatShading: true })), {}))
  const hedge = scene.children[scene.children.length - 1]
  hedge.rotation.y = Math.PI / 2
  hedge.position.set(0, 0.3, 9)
  for (const s of [-1, 1]) {
    scene.add(box(0.2, 0.5, 90, mat(0xc4c7c8), s * 12.4, 0.75, 15))
    for (let z = 50; z > -26; z -= 4) scene.add(box(0.14, 0.9, 0.14, mat(0x888b8c), s * 12.4, 0.45, z))
  }
  // portal wall with two openings
  const wall = new THREE.Shape(
    [
      [-34, 0],
      [-34, 10.4],
      [-14, 12.2],
      [14, 12.2],
      [34, 10.4],
      [34, 0],
    ].map(([x, y]) => new THREE.Vector2(x, y)),
  )
  const hole = (cx) => {
    const p = new THREE.Path()
    p.moveTo(cx - 5.1, 0)
    p.lineTo(cx - 5.1, 3.2)
    p.absarc(cx, 3.2, 5.1, Math.PI, 0, true)
    p.lineTo(cx + 5.1, 0)
    wall.holes.push(p)
  }
  hole(-6.2)
  hole(6.2)
  const face = tex(1024, 512, (c, w, h) => {
    c.fillStyle = '#b1ada2'
    c.fillRect(0, 0, w, h)
    for (let y = 0; y < h; y += 32)
      for (let x = (y / 32) % 2 ? -32 : 0; x < w; x += 64) {
        c.fillStyle = `rgba(${r() < 0.5 ? '255,250,240' : '0,0,0'},${r() * 0.08})`
        c.fillRect(x, y, 64, 32)
        c.strokeStyle = 'rgba(60,58,52,.3)'
        c.strokeRect(x, y, 64, 32)
      }
  })
  face.wrapS = face.wrapT = THREE.RepeatWrapping
  face.repeat.set(1 / 22, 1 / 11)
  const wm = mesh(
    new THREE.ExtrudeGeometry(wall, { depth: 1.4, bevelEnabled: false }),
    new THREE.MeshStandardMaterial({ map: face, roughness: 0.95 }),
    0,
    0,
    -31.4,
  )
  scene.add(wm)
  // Lamps in the tubes would cost a light for every pixel; the light is painted on the lining instead.
  const lining = tex(64, 512, (c, w, h) => {
    const g = c.createLinearGradient(0, 0, 0, h)
    for (const [at, colour] of [
      [0, '#2a2118'],
      [0.4, '#6b5233'],
      [0.8, '#a98a58'],
      [1, '#8d7a58'],
    ])
      g.addColorStop(at, colour)
    c.fillStyle = g
    c.fillRect(0, 0, w, h)
    c.fillStyle = 'rgba(255,224,160,.16)'
    for (let y = 10; y < h; y += 28) c.fillRect(0, y, w, 9)
  })
  const rim = mat(0xd8d5cb)
  for (const cx of [-6.2, 6.2]) {
    const ring = mesh(new THREE.TorusGeometry(5.2, 0.34, 8, 40, Math.PI), rim, cx, 3.2, -29.9)
    scene.add(
      ring,
      box(0.68, 3.2, 0.5, rim, cx - 5.2, 1.6, -29.9),
      box(0.68, 3.2, 0.5, rim, cx + 5.2, 1.6, -29.9),
    )
    // lined tube
    const tube = mesh(
      new THREE.CylinderGeometry(5.1, 5.1, 90, 32, 1, true, -Math.PI / 2, Math.PI),
      new THREE.MeshBasicMaterial({ map: lining, side: THREE.BackSide }),
      cx,
      3.2,
      -76,
      false,
    )
    tube.rotation.set(-Math.PI / 2, 0, 0)
    scene.add(tube)
    for (const s of [-1, 1])
      scene.add(
        mesh(
          new THREE.BoxGeometry(0.1, 3.2, 90),
          new THREE.MeshBasicMaterial({ color: 0x9a8663 }),
          cx + s * 5.1,
          1.6,
          -76,
          false,
        ),
      )
    for (let z = -33; z > -110; z -= 5)
      for (const s of [-1, 1]) scene.add(box(0.3, 0.14, 1.8, glow(0xffd38a), cx + s * 2.6, 7.1, z))
    const dark = box(10.4, 8.6, 0.2, mat(0x191613), cx, 4, -120)
    scene.add(dark)
    // lane signals
    for (const s of [-1.9, 1.9]) {
      const down = cx > 0 || s < 0
      const t = tex(64, 64, (c) => {
        c.fillStyle = '#08090a'
        c.fillRect(0, 0, 64, 64)
        c.strokeStyle = down ? '#29ff86' : '#29ff86'
        c.lineWidth = 9
        c.beginPath()
        c.moveTo(32, 8)
        c.lineTo(32, 54)
        c.moveTo(12, 34)
        c.lineTo(32, 55)
        c.lineTo(52, 34)
        c.stroke()
      })
      scene.add(
        mesh(
          new THREE.BoxGeometry(1.25, 1.25, 0.2),
          new THREE.MeshBasicMaterial({ map: t, toneMapped: false }),
          cx + s,
          6.7,
          -29.3,
          false,
        ),
      )
    }
  }
  const name = sign('青 岭 隧 道', 9.5, 1.5, '#a9a59a', '#7b1c18', { size: 0.8, depth: 0.1 })
  name.position.set(0, 10.2, -29.9)
  scene.add(name)
  // hill
  // Behind the wall it begins at the wall's top and rises.
  const hillY = (x, z) => {
    const back = Math.min(1, Math.max(0, (-31 - z) / 80))
    const wide = Math.exp(-((x / 62) ** 4))
    return (
      1 +
      10.2 * wide +
      27 * Math.exp(-((x / 58) ** 2)) * Math.sin((back * Math.PI) / 2) +
      back * (1.6 * Math.sin(x * 0.22 + z * 0.17) + 0.9 * Math.sin(x * 0.6 - z * 0.4))
    )
  }
  const hill = new THREE.PlaneGeometry(200, 90, 70, 34)
  const hp = hill.attributes.position
  for (let i = 0; i < hp.count; i++) {
    const x = hp.getX(i)
    const y = hp.getY(i)
    hp.setZ(i, hillY(x, -76 - y))
  }
  hill.computeVertexNormals()
  const hm = mesh(hill, mat(0x4c5c3a, { flatShading: true }), 0, 0, -76, true)
  hm.rotation.x = -Math.PI / 2
  scene.add(hm)
  for (const side of [-1, 1]) {
    const skirt = [[side * 33, -1]]
    for (let x = 33; x <= 100; x += 2) skirt.push([side * x, hillY(x, -31) + 0.1])
    skirt.push([side * 100, -1])
    scene.add(
      mesh(
        new THREE.ShapeGeometry(new THREE.Shape(skirt.map(([x, y]) => new THREE.Vector2(x, y)))),
        mat(0x4f5d3c, { side: THREE.DoubleSide }),
        0,
        0,
        -31.05,
        false,
      ),
    )
  }
  for (let i = 0; i < 150; i++) {
    const x = (r() - 0.5) * 150
    const z = -33 - r() ** 1.4 * 60
    const t = tree(r, 4 + r() * 4, -0.02, 1)
    t.position.set(x, hillY(x, z) - 0.6, z)
    scene.add(t)
  }
  for (const s of [-1, 1]) {
    const slope = ground(40, 100, mat(0x55603f), s * 33, 0.6, 14)
    scene.add(slope)
    for (let i = 0; i < 7; i++) {
      const t = tree(r, 5 + r() * 2)
      t.position.set(s * (16.5 + r() * 4), 0.4, 22 - i * 8)
      scene.add(t)
    }
    for (let z = 36; z > -26; z -= 22)
      scene.add(
        box(0.18, 8.6, 0.18, mat(0x666b6e), s * 13.4, 4.3, z),
        box(2.6, 0.14, 0.3, mat(0x666b6e), s * 12.2, 8.5, z),
        box(0.8, 0.08, 0.26, glow(0xffe2a8), s * 11.2, 8.42, z),
      )
  }
  // message board on a gantry over the way in
  scene.add(
    box(0.3, 7, 0.3, mat(0x70757a), 12.2, 3.5, -14),
    box(11.6, 0.3, 0.3, mat(0x70757a), 6.6, 6.9, -14),
    box(0.3, 7, 0.3, mat(0x70757a), 1, 3.5, -14),
  )
  const vms = document.createElement('canvas')
  vms.width = 360
  vms.height = 64
  const vt = new THREE.CanvasTexture(vms)
  vt.colorSpace = THREE.SRGBColorSpace
  scene.add(
    mesh(
      new THREE.BoxGeometry(8.2, 1.5, 0.3),
      new THREE.MeshBasicMaterial({ map: vt, toneMapped: false }),
      6.6,
      7.2,
      -13.7,
    ),
  )
  const limit = tex(128, 128, (c) => {
    c.fillStyle = '#d3382c'
    c.beginPath()
    c.arc(64, 64, 62, 0, TAU)
    c.fill()
    c.fillStyle = '#f4f3ee'
    c.beginPath()
    c.arc(64, 64, 47, 0, TAU)
    c.fill()
    c.fillStyle = '#16181a'
    c.font = '700 58px "DejaVu Sans"'
    c.textAlign = 'center'
    c.textBaseline = 'middle'
    c.fillText('60', 64, 68)
  })
  const disc = mesh(
    new THREE.CircleGeometry(0.85, 24),
    new THREE.MeshBasicMaterial({ map: limit }),
    13.4,
    4.6,
    -6,
  )
  scene.add(disc, box(0.14, 4.2, 0.14, mat(0x777777), 13.4, 2.1, -6.1))
  const pool = tex(128, 256, (c, w, h) => {
    const g = c.createRadialGradient(0, -30, 4, 0, 0, 62)
    g.addColorStop(0, 'rgba(255,240,205,.42)')
    g.addColorStop(1, 'rgba(255,240,205,0)')
    c.translate(w / 2, h / 2)
    c.scale(1, 2)
    c.fillStyle = g
    c.fillRect(-w, -h, w * 2, h * 2)
  })
  const lit = (kind, color, ahead) => {
    const g = vehicle(kind, color, true)
    if (ahead) {
      const p = ground(
        5,
        9,
        new THREE.MeshBasicMaterial({ map: pool, transparent: true, depthWrite: false, fog: true }),
        6.6,
        0.06,
        0,
      )
      p.rotation.z = Math.PI / 2
      p.rotation.set(-Math.PI / 2, 0, Math.PI / 2)
      p.castShadow = p.receiveShadow = false
      g.add(p)
    }
    return g
  }
  const movers = []
  const car = (x, dir, offset, kind, color, v) => {
    const len = 150
    movers.push(
      new Mover(
        scene,
        () => lit(kind, color, true),
        len / v,
        offset,
        (a) => ({ x, z: dir > 0 ? 46 - a * v : -104 + a * v, turn: dir > 0 ? Math.PI / 2 : -Math.PI / 2 }),
      ),
    )
  }
  ;[
    [4.3, 0.2, 'sedan', 0xdcdcda],
    [4.3, 4.4, 'suv', 0x2e3136],
    [4.3, 8.9, 'sedan', 0x7c1f22],
    [8.1, 2.2, 'truck', 0x3a668f],
    [8.1, 6.6, 'bus', 0x3a7a68],
    [8.1, 10.4, 'van', 0xd8d8d4],
  ].forEach(([x, o, k, c]) => car(x, 1, o, k, c, x < 5 ? 12.5 : 10.5))
  ;[
    [-4.3, 1.1, 'suv', 0xc9cacc],
    [-4.3, 5.3, 'sedan', 0x24426a],
    [-4.3, 9.8, 'taxi', 0x2b8a86],
    [-8.1, 3.1, 'van', 0xb9bcbf],
    [-8.1, 7.4, 'sedan', 0x37393e],
    [-8.1, 11, 'truck', 0x7a5c33],
  ].forEach(([x, o, k, c]) => car(x, -1, o, k, c, x > -5 ? 12.5 : 10.5))
  return {
    scene,
    camera: cam(46, [3.2, 9.8, 33], [0.4, 3.5, -14]),
    update(t) {
      for (const m of movers) m.update(t)
      const c = vms.getContext('2d')
      c.fillStyle = '#0a0907'
      c.fillRect(0, 0, 360, 64)
      c.fillStyle = '#ffae2b'
      c.font = '700 42px "Noto Sans CJK SC"'
      c.textAlign = 'center'
      c.textBaseline = 'middle'
      c.fillText(t < T / 2 ? '隧道内禁止变道' : '开灯慢行 保持车距', 180, 34, 350)
      vt.needsUpdate = true
    },
  }
}

/** 公园: a square by a lake; people dance, jog and stroll. */
function park() {
  const r = rng(83)
  const scene = new THREE.Scene()
  sky(scene, '#aebfca', '#d3dad7', 55, 170)
  sun(scene, [-34, 36, 8], 0xffe9c8, 2.6, 44, 1.9, 0xc8dbe6, 0x66704f)
  const grass = tex(
    512,
    512,
    (c, w, h) => {
      c.fillStyle = '#66784a'
      c.fillRect(0, 0, w, h)
      speckle(c, w, h, r, 2600, 'rgba(170,190,110,.13)', 'rgba(30,46,20,.13)', 9)
    },
    [10, 10],
  )
  scene.add(ground(220, 220, new THREE.MeshStandardMaterial({ map: grass, roughness: 1 }), 0, 0, -50))
  // square, paths
  const pave = paving(r, 512, 512, 32, '#b5aa9a', 'rgba(90,80,70,.3)', [5, 5])
  const pm = new THREE.MeshStandardMaterial({ map: pave, roughness: 0.95 })
  const disc = mesh(new THREE.CircleGeometry(9, 48), pm, -1, 0.03, -3, false)
  disc.rotation.x = -Math.PI / 2
  scene.add(disc)
  const ringed = mesh(new THREE.RingGeometry(8.6, 9.2, 48), mat(0x8b8377), -1, 0.05, -3, false)
  ringed.rotation.x = -Math.PI / 2
  scene.add(ringed)
  const path = (points, width, color) => {
    const curve = new THREE.CatmullRomCurve3(points.map(([x, z]) => new THREE.Vector3(x, 0, z)))
    const pts = curve.getPoints(60)
    const pos = []
    pts.forEach((p, i) => {
      const q = pts[Math.min(i + 1, pts.length - 1)]
      const o = pts[Math.max(i - 1, 0)]
      const dx = q.x - o.x
      const dz = q.z - o.z
      const l = Math.hypot(dx, dz)
      pos.push(
        [p.x - (dz / l) * (width / 2), p.z + (dx / l) * (width / 2)],
        [p.x + (dz / l) * (width / 2), p.z - (dx / l) * (width / 2)],
      )
    })
    const g = new THREE.BufferGeometry()
    g.setAttribute(
      'position',
      new THREE.Float32BufferAttribute(
        pos.flatMap(([x, z]) => [x, 0.04, z]),
        3,
      ),
    )
    const idx = []
    for (let i = 0; i < pts.length - 1; i++)
      idx.push(i * 2, i * 2 + 1, i * 2 + 2, i * 2 + 1, i * 2 + 3, i * 2 + 2)
    g.setIndex(idx)
    g.computeVertexNormals()
    const m = new THREE.Mesh(g, mat(color, { side: THREE.DoubleSide }))
    m.receiveShadow = true
    scene.add(m)
    return curve
  }
  const track = path(
    [
      [26, 16],
      [15, 3],
      [13, -10],
      [2, -19],
      [-16, -22],
      [-40, -18],
    ],
    3.2,
    0x9c5847,
  )
  path(
    [
      [-7, 4],
      [-12, 10],
      [-20, 20],
    ],
    2.6,
    0xa9a196,
  )
  // lake
  const ripple = tex(
    256,
    256,
    (c, w, h) => {
      c.fillStyle = '#6f8a8a'
      c.fillRect(0, 0, w, h)
      for (let i = 0; i < 160; i++) {
        c.fillStyle =
          r() < 0.5 ? `rgba(210,224,222,${0.05 + r() * 0.1})` : `rgba(40,64,64,${0.05 + r() * 0.08})`
        const x = r() * w
        const y = r() * h
        for (const ox of [0, -w, w]) {
          c.beginPath()
          c.ellipse(x + ox, y, 10 + r() * 0, 1.1, 0, 0, TAU)
          c.fill()
        }
      }
    },
    [6, 6],
  )
  const lake = mesh(
    new THREE.CircleGeometry(40, 60),
    new THREE.MeshStandardMaterial({ map: ripple, roughness: 0.3, metalness: 0.15 }),
    -2,
    0.06,
    -62,
    false,
  )
  lake.rotation.x = -Math.PI / 2
  lake.scale.set(1.5, 0.95, 1)
  scene.add(lake)
  const shore = mesh(new THREE.RingGeometry(39.6, 40.8, 80), mat(0x9a9588), -2, 0.09, -62, false)
  shore.rotation.x = -Math.PI / 2
  shore.scale.set(1.5, 0.95, 1)
  scene.add(shore)
  // pavilion
  const pav = new THREE.Group()
  for (let i = 0; i < 6; i++)
    pav.add(
      mesh(
        new THREE.CylinderGeometry(0.2, 0.2, 3.4, 10),
        mat(0x8e2c22),
        Math.cos((i / 6) * TAU) * 2.7,
        2,
        Math.sin((i / 6) * TAU) * 2.7,
      ),
    )
  pav.add(
    mesh(new THREE.CylinderGeometry(3.6, 3.6, 0.5, 6), mat(0xb5b1a6), 0, 0.25, 0),
    mesh(new THREE.ConeGeometry(4.4, 1.7, 6), mat(0x4a5a52, { flatShading: true }), 0, 4.5, 0),
    mesh(new THREE.ConeGeometry(1.6, 1.5, 6), mat(0x4a5a52, { flatShading: true }), 0, 5.7, 0),
    mesh(new THREE.SphereGeometry(0.28, 10, 8), mat(0xc9a23c), 0, 6.6, 0),
  )
  pav.position.set(-13, 0, -29)
  scene.add(pav)
  // willows, trees, hedges, benches, lamps
  const spots = [
    [-16, -6],
    [-18, -14],
    [18, -12],
    [20, -20],
    [9, -24],
    [-24, -25],
    [-30, -12],
    [26, -4],
    [25, 2],
    [-13, 3],
    [-22, 4],
    [2, -26],
    [30, -26],
    [-36, -30],
  ]
  for (const [x, z] of spots) {
    const t = tree(r, 6 + r() * 2.4)
    t.position.set(x, 0, z)
    scene.add(t)
  }
  for (let i = 0; i < 46; i++) {
    const a = Math.PI * (1.02 + (i / 46) * 0.96)
    const t = tree(r, 7 + r() * 4, 0, 1)
    t.position.set(-2 + Math.cos(a) * 70 + r() * 5, 0, -62 + Math.sin(a) * 46 - r() * 8)
    scene.add(t)
  }
  for (let i = 0; i < 6; i++) {
    const b = house(r, 12 + r() * 6, 24 + r() * 30, 12, pick(r, ['#aab1b3', '#b5ac9e', '#a0a9ab']))
    b.position.set(-60 + i * 24, 0, -132 - r() * 14)
    scene.add(b)
  }
  for (const [x, z, a] of [
    [-9.6, -9.5, 0.9],
    [7.6, -9.6, -0.8],
    [-11, -1, 1.6],
  ]) {
    const g = new THREE.Group()
    g.add(
      box(1.9, 0.1, 0.5, mat(0x7a5b3d), 0, 0.45, 0),
      box(1.9, 0.5, 0.08, mat(0x7a5b3d), 0, 0.78, -0.25),
      box(0.1, 0.45, 0.4, mat(0x444444), -0.8, 0.22, 0),
      box(0.1, 0.45, 0.4, mat(0x444444), 0.8, 0.22, 0),
    )
    g.position.set(x, 0, z)
    g.rotation.y = a
    scene.add(g)
    const p = person(r, { bag: false, skirt: false })
    p.userData.sit()
    p.position.set(x, 0.03, z)
    p.rotation.y = a - Math.PI / 2
    scene.add(p)
  }
  for (const [x, z] of [
    [8.4, 2],
    [-9.8, -12],
    [9.6, -13],
  ])
    scene.add(
      box(0.14, 3.8, 0.14, mat(0x3e4346), x, 1.9, z),
      mesh(new THREE.SphereGeometry(0.26, 12, 10), mat(0xe9e6da), x, 3.9, z),
    )
  for (const [x, z, l, a] of [
    [6.5, 3.6, 6, -0.7],
    [-9, 3.2, 5, 0.7],
    [0, -14.2, 12, 0.1],
  ]) {
    const h = shrubRow(r, l, mat(0x44602f, { flatShading: true }))
    h.position.set(x, 0, z)
    h.rotation.y = a
    scene.add(h)
  }
  const movers = []
  // a dance group: everybody makes the same steps
  const tops = [0xa8323e, 0xb23a48, 0x9e2f45]
  for (let row = 0; row < 4; row++)
    for (let col = 0; col < 5; col++) {
      if (row === 3 && col === 4) continue
      const p = person(r, { top: pick(r, tops), low: 0x22242a, bag: false, skirt: false })
      const x = -5.6 + col * 1.9 + (row % 2) * 0.5
      const z = -0.4 - row * 1.8
      scene.add(p)
      const late = (r() - 0.5) * 0.18
      movers.push({
        update(t) {
          const b = ((t / T) * TAU * 6 + late) % (TAU * 6)
          const slow = (t / T) * TAU * 2 + late
          p.position.set(
            x + 0.45 * Math.sin(slow),
            Math.abs(Math.sin(b)) * 0.04,
            z + 0.2 * Math.sin(slow * 2),
          )
          p.rotation.y = -Math.PI / 2 + 0.5 * Math.sin(slow)
          const { arms, legs } = p.userData.parts
          arms[0].rotation.x = 1.3 + 1.1 * Math.sin(b)
          arms[1].rotation.x = -1.3 - 1.1 * Math.sin(b + (Math.sin(slow) > 0 ? 0 : Math.PI))
          legs[0].rotation.z = 0.35 * Math.sin(b)
          legs[1].rotation.z = -0.35 * Math.sin(b)
        },
      })
    }
  scene.add(box(0.5, 0.8, 0.4, mat(0x1d2023), 3.2, 0.4, 1.2))
  // joggers and strollers on the red track
  const onTrack = (speed, offset, dir, o) => {
    const len = track.getLength()
    const seed = Math.floor(r() * 1e6)
    movers.push(
      new Mover(
        scene,
        () => person(rng(seed), o),
        len / speed,
        offset,
        (a) => {
          const u = Math.min(1, (a * speed) / len)
          const k = dir > 0 ? u : 1 - u
          const p = track.getPointAt(k)
          const q = track.getTangentAt(k)
          const s = (o.shift ?? 0) * 0.8
          return { x: p.x - q.z * s, z: p.z + q.x * s, turn: Math.atan2(-q.z * dir, q.x * dir), d: a * speed }
        },
      ),
    )
  }
  onTrack(2.9, 0.5, 1, { top: 0xd9772b, low: 0x23262d, bag: false, skirt: false, shift: 1 })
  onTrack(2.7, 6.2, -1, { top: 0x2f7fb0, low: 0x1c1e22, bag: false, skirt: false, shift: -1 })
  onTrack(1.2, 2, 1, { shift: 0.4 })
  onTrack(1.2, 2.5, 1, { shift: 1.2, size: 0.95 })
  onTrack(1.15, 7.5, -1, { shift: -0.6 })
  onTrack(1.1, 10, -1, { shift: 0.2, umbrella: 0x4a7a9a })
  return {
    scene,
    camera: cam(50, [7.4, 7.6, 13.4], [-1.9, 0.4, -6.4]),
    update(t) {
      for (const m of movers) m.update(t)
      ripple.offset.x = t / T
    },
  }
}

export const SCENES = { crossroads, river, hall, market, tunnel, park }
