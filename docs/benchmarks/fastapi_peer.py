"""A FastAPI service that reads the forecasts of the newest run from PostgreSQL, as one would write it at first.

Under uvicorn, by serving_peer.py; DATABASE names the database. One row a site and step, one query a request.
"""

import os
from contextlib import asynccontextmanager

import asyncpg
from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse

LEVELS = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]
QUERY = """SELECT starts_at, ends_at, mean, quantiles FROM forecast
           WHERE site_id = $1 AND run_id = (SELECT max(run_id) FROM run) ORDER BY starts_at"""


@asynccontextmanager
async def database(app):
    async with asyncpg.create_pool(os.environ["DATABASE"], min_size=8, max_size=8) as pool:
        app.state.pool = pool
        yield


app = FastAPI(lifespan=database)


@app.get("/v1/sites/{site}/forecast")
async def forecast(site: str):
    rows = await app.state.pool.fetch(QUERY, site)
    if not rows:
        return Response(status_code=404)
    return JSONResponse(
        {
            "siteId": site, "unit": "kw", "levels": LEVELS,
            "steps": [
                {"start": row[0].strftime("%Y-%m-%dT%H:%M:%SZ"), "end": row[1].strftime("%Y-%m-%dT%H:%M:%SZ"),
                 "mean": row[2], "values": row[3]}
                for row in rows
            ],
        }
    )
