select json_build_object('viewer', json_build_object('kind', $1::text)) as data
